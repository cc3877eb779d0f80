import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { CustomStrategy, CustomTransportStrategy } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { readConfig, type ServiceConfig } from '../config/service-config.ts';
import { Problem } from '../errors/problem.ts';
import { describe } from '../errors/problem.filter.ts';
import { sendProblem } from '../errors/send-problem.ts';
import { logger, NestLogger } from '../telemetry/logger.ts';
import { addServerSpans } from '../telemetry/server-spans.ts';
import { startTelemetry } from '../telemetry/telemetry.ts';
import { keepInternalsApart, listenInternally } from './internal-port.ts';
import { describeApi } from './openapi.ts';
import { CONNECTED_STRATEGY, PlatformModule } from './platform.module.ts';
import { refuseMethods } from './refuse-methods.ts';

export interface ServiceOptions {
  readonly name: string;
  readonly module: Type;
  /** The service answers `GET /health/ready` itself. */
  readonly ownReadiness?: boolean;
  /** Its port is the public one: metrics and spans are answered at `INTERNAL_PORT` only. */
  readonly facesEverybody?: boolean;
}

const mostBytes = 2 * 1024 * 1024;

/** Builds a service with everything that all services have; nothing listens yet. */
export async function createService(
  { name, module, ownReadiness = false, facesEverybody = false }: ServiceOptions,
  config: ServiceConfig,
): Promise<NestFastifyApplication> {
  const platform = PlatformModule.forService(config, { ownReadiness });
  const root = { module: class ServiceRoot {}, imports: [platform, module] };
  const adapter = new FastifyAdapter({
    bodyLimit: mostBytes,
    frameworkErrors: (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(reply, new Problem(400, 'bad-request', 'The request cannot be read: look at its path.'));
    },
    routerOptions: { maxParamLength: 200 },
    trustProxy: config.TRUST_PROXY ?? false,
  });
  if (facesEverybody) keepInternalsApart(adapter.getInstance(), config.INTERNAL_PORT);
  refuseMethods(adapter.getInstance());
  addServerSpans(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLogger(),
    abortOnError: false,
  });
  const strategy = app.get<CustomTransportStrategy | null>(CONNECTED_STRATEGY);
  if (strategy) app.connectMicroservice<CustomStrategy>({ strategy }, { inheritAppConfig: true });
  const document = describeApi(app, name);
  adapter.getInstance().get('/openapi.json', () => document);
  return app;
}

/** Runs a service until it is told to stop. A start that fails says why in one line and leaves with status 1. */
export async function runService(options: ServiceOptions): Promise<void> {
  logger.setBindings({ service: options.name });
  try {
    const config = readConfig();
    const telemetry = startTelemetry(options.name, config.OTEL_EXPORTER_OTLP_ENDPOINT);
    const app = await createService(options, config);
    app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
    await app.startAllMicroservices();
    await app.listen(config.PORT, config.HOST);
    if (options.facesEverybody && config.INTERNAL_PORT !== undefined) {
      const close = await listenInternally(
        app.getHttpAdapter().getInstance(),
        config.INTERNAL_PORT,
        config.HOST,
      );
      app.getHttpServer().once('close', close);
    }
    logger.info({ port: config.PORT }, 'listening');
    app.getHttpServer().once('close', () => void telemetry.shutdown().catch(() => undefined));
  } catch (error) {
    logger.error({ ...describe(error), reason: reason(error) }, 'could not start');
    process.exit(1);
  }
}

/** At a start nobody's data is in play yet, so the message may be told. */
const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
