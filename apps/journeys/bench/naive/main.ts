import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { type MicroserviceOptions, Transport } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { attach } from '../running-platform.ts';
import { NaiveModule, type Part } from './naive.modules.ts';
import { kafkaOptions } from './naive.settings.ts';

// One process for each part, as the platform has: main.ts PART PORT
const [part, port] = process.argv.slice(2) as [Part, string];
const settings = attach();
const app = await NestFactory.create(NaiveModule.of(part, settings), new FastifyAdapter(), {
  logger: ['error'],
});
if (part !== 'questionnaires') {
  app.connectMicroservice<MicroserviceOptions>({
    transport: Transport.KAFKA,
    options: kafkaOptions(part, settings),
  });
  await app.startAllMicroservices();
}
await app.listen(Number(port), '127.0.0.1');
process.send?.('ready');
process.on('disconnect', () => process.exit(0));
