import {
  BROKER_STATUS,
  Clock,
  Database,
  EVENT_STRATEGY,
  SERVICE_CONFIG,
  type ServiceConfig,
} from '@attune/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { DeadLetters } from '../dead-letters/dead-letters.ts';
import { deadLettersController } from '../dead-letters/dead-letters.controller.ts';
import { Messaging } from './messaging.ts';

@Module({})
export class MessagingModule {
  /**
   * Delivery for the service of this name, which is its consumer group too.
   * @param lingerMs how long to gather events before each transaction; for consumers that nobody waits for
   */
  static forService({
    name,
    lingerMs = 0,
  }: {
    readonly name: string;
    readonly lingerMs?: number;
  }): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      controllers: [deadLettersController(name)],
      providers: [
        {
          provide: Messaging,
          inject: [SERVICE_CONFIG, Database, Clock],
          useFactory: (config: ServiceConfig, database: Database, clock: Clock) =>
            new Messaging(name, config, database, clock, lingerMs),
        },
        {
          provide: EVENT_STRATEGY,
          inject: [Messaging],
          useFactory: ({ strategy }: Messaging) => strategy,
        },
        { provide: BROKER_STATUS, useExisting: Messaging },
        DeadLetters,
      ],
      exports: [EVENT_STRATEGY, BROKER_STATUS, Messaging],
    };
  }
}
