import {
  Body,
  Controller,
  Get,
  Inject,
  Module,
  Post,
  Res,
  type DynamicModule,
  type Type,
} from '@nestjs/common';
import { ClientKafka, ClientsModule, EventPattern, Payload, Transport } from '@nestjs/microservices';
import { DataSource, type Repository } from 'typeorm';
import { NaiveAlert, NaiveResponse, NaiveScore } from './naive.entities.ts';
import { entities, kafkaOptions, schema, topics, type Settings } from './naive.settings.ts';

/** A step of the pipeline as it is often written: save, then emit, with nothing that ties the two together. */
@Controller()
class Questionnaires {
  private readonly responses: Repository<NaiveResponse>;
  constructor(
    @Inject(DataSource) source: DataSource,
    @Inject('KAFKA') private readonly kafka: ClientKafka,
  ) {
    this.responses = source.getRepository(NaiveResponse);
  }

  @Post('responses')
  async submit(@Body() { id, clientId, answers }: { id: string; clientId: string; answers: number[] }) {
    const response = await this.responses.save({ id, clientId, answers, submittedAt: new Date() });
    this.kafka.emit(topics.responses, { key: clientId, value: response });
    return { id };
  }
}

@Controller()
class Scoring {
  private readonly scores: Repository<NaiveScore>;
  constructor(
    @Inject(DataSource) source: DataSource,
    @Inject('KAFKA') private readonly kafka: ClientKafka,
  ) {
    this.scores = source.getRepository(NaiveScore);
  }

  @EventPattern(topics.responses)
  async submitted(@Payload() { id, clientId, answers }: NaiveResponse) {
    const total = answers.reduce((sum, value) => sum + value, 0);
    const score = await this.scores.save({ id: crypto.randomUUID(), responseId: id, clientId, total });
    this.kafka.emit(topics.scores, { key: clientId, value: score });
  }
}

@Controller()
class Alerting {
  private readonly alerts: Repository<NaiveAlert>;
  constructor(
    @Inject(DataSource) source: DataSource,
    @Inject('KAFKA') private readonly kafka: ClientKafka,
  ) {
    this.alerts = source.getRepository(NaiveAlert);
  }

  @EventPattern(topics.scores)
  async scored(@Payload() { responseId, clientId, total }: NaiveScore) {
    if (total >= 36) return;
    const open = await this.alerts.findOneBy({ clientId, status: 'open' });
    const alert = open ?? { id: crypto.randomUUID(), clientId, status: 'open', signals: [] };
    // The last few are enough for a pipeline that nobody looks at.
    alert.signals = [...alert.signals.slice(-9), responseId];
    await this.alerts.save(alert);
    this.kafka.emit(topics.alerts, { key: clientId, value: { alertId: alert.id, responseId } });
  }
}

interface Reply {
  raw: { writeHead(status: number, headers: Record<string, string>): void; write(text: string): boolean };
  hijack(): void;
}

@Controller()
class Live {
  private readonly listeners = new Set<Reply['raw']>();

  @Get('live')
  listen(@Res() reply: Reply) {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
    reply.raw.write(': here\n\n');
    this.listeners.add(reply.raw);
  }

  @EventPattern(topics.alerts)
  changed(@Payload() { responseId }: { responseId: string }) {
    for (const listener of this.listeners) listener.write(`data: ${responseId}\n\n`);
  }
}

const controllers = { questionnaires: Questionnaires, scoring: Scoring, alerting: Alerting, live: Live };
export type Part = keyof typeof controllers;
export const parts = Object.keys(controllers) as Part[];

@Module({})
export class NaiveModule {
  static of(part: Part, settings: Settings): DynamicModule {
    const controller: Type = controllers[part];
    const kafka = { ...kafkaOptions(part, settings), producerOnlyMode: true };
    return {
      module: NaiveModule,
      imports: [ClientsModule.register([{ name: 'KAFKA', transport: Transport.KAFKA, options: kafka }])],
      controllers: [controller],
      providers: [
        {
          provide: DataSource,
          useFactory: () =>
            new DataSource({
              ...{ type: 'postgres', url: settings.databaseUrl, schema, entities: entities[part] },
              synchronize: true,
            }).initialize(),
        },
      ],
    };
  }
}
