import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from '../access/access.guard.ts';
import { TokenVerifier } from '../access/token.verifier.ts';
import { Clock } from '../clock/clock.ts';
import { SERVICE_CONFIG, type ServiceConfig } from '../config/service-config.ts';
import { ProblemFilter } from '../errors/problem.filter.ts';
import { validationPipe } from '../http/validation.pipe.ts';
import { InternalsController } from './internals.controller.ts';
import { LivenessController } from './liveness.controller.ts';
import { ReadinessController } from './readiness.controller.ts';
import { EVENT_STRATEGY } from './tokens.ts';

/** The transport strategy where one is provided, else null: a service need not take events. */
export const CONNECTED_STRATEGY = Symbol('CONNECTED_STRATEGY');

/** What every service has: its configuration, the clock, access, errors, validation and health. */
@Module({})
export class PlatformModule {
  static forService(config: ServiceConfig, { ownReadiness = false } = {}): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      controllers: [LivenessController, InternalsController, ...(ownReadiness ? [] : [ReadinessController])],
      providers: [
        { provide: SERVICE_CONFIG, useValue: config },
        Clock,
        TokenVerifier,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useValue: validationPipe },
        {
          provide: CONNECTED_STRATEGY,
          inject: [{ token: EVENT_STRATEGY, optional: true }],
          useFactory: (strategy: unknown) => strategy ?? null,
        },
      ],
      exports: [SERVICE_CONFIG, Clock, TokenVerifier],
    };
  }
}
