import {
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type NestModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { tailTopics } from '@attune/messaging';
import { Clock, SERVICE_CONFIG, type ServiceConfig } from '@attune/platform';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { CareCircles } from './domain/care-circles.ts';
import { careTopic, noticedTopics, noticeOf, unhurriedTopics } from './domain/notice-of.ts';
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
export class GatewayModule implements NestModule, OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #host: HttpAdapterHost;
  readonly #config: GatewayConfig;
  readonly #sessions: SessionKeeper;
  readonly #feed: LiveFeed;

  readonly #platform: ServiceConfig;
  readonly #clock: Clock;
  readonly #circles = new CareCircles();
  #stopTail: () => Promise<void> = () => Promise.resolve();

  constructor(
    host: HttpAdapterHost,
    config: GatewayConfig,
    sessions: SessionKeeper,
    feed: LiveFeed,
    clock: Clock,
    @Inject(SERVICE_CONFIG) platform: ServiceConfig,
  ) {
    this.#platform = platform;
    this.#host = host;
    this.#config = config;
    this.#sessions = sessions;
    this.#feed = feed;
    this.#clock = clock;
    sessions.onEnd((id) => {
      feed.leave(({ sessionId }) => sessionId === id);
    });
  }

  /** Nest calls this before it adds its own routes, so Fastify's hooks are around those too. */
  async configure(): Promise<void> {
    const fastify = this.#host.httpAdapter.getInstance<FastifyInstance>();
    await configureHttp(fastify, this.#config, this.#sessions);
  }

  onApplicationBootstrap(): void {
    this.#stopTail = tailTopics({
      config: this.#platform,
      service: 'gateway',
      topics: noticedTopics,
      fromBeginning: [careTopic],
      unhurried: unhurriedTopics,
      onEvent: (event) => {
        if (event.topic === careTopic) {
          this.#circles.apply(event.data);
          return;
        }
        const notice = noticeOf(event, (clientId) => this.#circles.of(clientId, this.#clock.now()));
        if (notice) this.#feed.publish(notice);
      },
      onMissed: () => {
        this.#feed.resyncAll();
      },
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    // Streams never end by themselves, and the server waits for its last answer.
    this.#feed.close();
    await this.#stopTail();
  }
}
