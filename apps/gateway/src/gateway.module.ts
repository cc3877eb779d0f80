import { Module, type NestModule, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ApiDescription } from './features/describe-api/api-description.ts';
import { DescribeApiController } from './features/describe-api/describe-api.controller.ts';
import { LiveController } from './features/live-notices/live.controller.ts';
import { LiveFeed } from './features/live-notices/live-feed.ts';
import { ReadinessController } from './features/report-readiness/readiness.controller.ts';
import { ServiceProbe } from './features/report-readiness/service-probe.ts';
import { ProviderClient } from './features/sign-in/provider.client.ts';
import { SessionKeeper } from './features/sign-in/session.keeper.ts';
import { SignInController } from './features/sign-in/sign-in.controller.ts';
import { GatewayConfig } from './gateway.config.ts';
import { configureHttp } from './gateway.http.ts';

@Module({
  controllers: [SignInController, LiveController, DescribeApiController, ReadinessController],
  providers: [
    { provide: GatewayConfig, useFactory: () => new GatewayConfig(process.env) },
    ProviderClient,
    SessionKeeper,
    LiveFeed,
    ServiceProbe,
    ApiDescription,
  ],
})
export class GatewayModule implements NestModule, BeforeApplicationShutdown {
  readonly #host: HttpAdapterHost;
  readonly #config: GatewayConfig;
  readonly #sessions: SessionKeeper;
  readonly #feed: LiveFeed;

  constructor(host: HttpAdapterHost, config: GatewayConfig, sessions: SessionKeeper, feed: LiveFeed) {
    this.#host = host;
    this.#config = config;
    this.#sessions = sessions;
    this.#feed = feed;
    sessions.onEnd((id) => {
      feed.leave(({ sessionId }) => sessionId === id);
    });
  }

  /** Nest calls this before it adds its own routes, so Fastify's hooks are around those too. */
  async configure(): Promise<void> {
    const fastify = this.#host.httpAdapter.getInstance<FastifyInstance>();
    await configureHttp(fastify, this.#config, this.#sessions);
  }

  beforeApplicationShutdown(): void {
    // Streams never end by themselves, and the server waits for its last answer.
    this.#feed.close();
  }
}
