import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { auditTrailController } from '../access/audit-trail/audit-trail.controller.ts';
import { Clock } from '../clock/clock.ts';
import { SERVICE_CONFIG, type ServiceConfig } from '../config/service-config.ts';
import { ForgetKeysSweep } from '../http/forget-keys.sweep.ts';
import { logger } from '../telemetry/logger.ts';
import { Database } from './database.ts';
import { migrate, type Migrations } from './migrate.ts';

export interface DatabaseOptions {
  /** The service's name and schema; its roles are `<schema>_owner`, `<schema>_api` and `<schema>_worker`. */
  readonly schema: string;
  readonly migrations: Migrations;
}

const connectionsPerRole = 12;

@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static forService(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      controllers: [auditTrailController(options.schema)],
      providers: [
        {
          provide: Database,
          inject: [SERVICE_CONFIG, Clock],
          useFactory: (config: ServiceConfig, clock: Clock) => openDatabase(config, options, clock),
        },
        ForgetKeysSweep,
      ],
      exports: [Database],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

async function openDatabase(
  config: ServiceConfig,
  options: DatabaseOptions,
  clock: Clock,
): Promise<Database> {
  const { DATABASE_OWNER_URL: owner, DATABASE_API_URL: api, DATABASE_WORKER_URL: worker } = config;
  if (api === undefined || worker === undefined) {
    throw new Error('DATABASE_API_URL and DATABASE_WORKER_URL must say where the database is');
  }
  if (owner !== undefined) await migrate(owner, options.schema, options.migrations);
  const sources = [api, worker].map((url) => connect(url, options));
  const [forApi, forWorker] = await Promise.all(sources.map((source) => source.initialize()));
  return new Database(forApi as DataSource, forWorker as DataSource, clock);
}

function connect(url: string, { schema }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    schema,
    applicationName: schema,
    poolSize: connectionsPerRole,
    connectTimeoutMS: 5_000,
    // An idle connection that breaks tells nobody but the pool, which drops it.
    poolErrorHandler: () => {
      logger.warn('a database connection was lost');
    },
    extra: { keepAlive: true, pipeline: true },
  });
}
