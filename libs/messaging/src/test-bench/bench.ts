import { scoreWithdrawn, answersVoided, type EventToAppend } from '@attune/contracts';
import {
  AccessTables1761000000000,
  createService,
  Database,
  DatabaseModule,
  readConfig,
  type Transaction,
} from '@attune/platform';
import { testDatabase, testIssuer, testKafka } from '@attune/testing';
import { Controller, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  append,
  EventContext,
  EventData,
  MessagingModule,
  messagingMigrations,
  OnEvent,
  resume,
  type EventContextData,
} from '../index.ts';
import { EffectTable1769000000000 } from './effect-table.migration.ts';
import { Wire } from './wire.ts';

interface Withdrawn {
  readonly responseId: string;
}
type Twist = (context: EventContextData) => void | Promise<void>;

export interface Effect {
  readonly key: string;
  readonly sequence: number;
  readonly response: string;
}

export const instrument = { url: 'https://attune.example/instruments/phq-9', version: '1.0.0' };
export const scores = 'attune.public.scores';
export const answers = 'attune.internal.answers';

/** An event that the bench's service takes in, and one that says that a thing is known now. */
export const withdrawn = (key: string, responseId: string): EventToAppend =>
  scoreWithdrawn.event({
    ...{ key, subject: responseId, time: new Date() },
    data: { responseId, clientId: key, instrument, withdrawnAt: new Date().toISOString() },
  });
export const arrived = (key: string, responseId: string): EventToAppend =>
  answersVoided.event({
    ...{ key, subject: responseId, time: new Date() },
    data: { responseId, clientId: key, instrument, voidedAt: new Date().toISOString() },
  });

/** A whole service on a real database and broker, whose handler writes down each event it takes in. */
export async function startBench() {
  const [database, kafka, issuer] = await Promise.all([
    testDatabase('scoring'),
    testKafka({ topics: [scores, answers, 'attune.internal.dead-letters'] }),
    testIssuer(),
  ]);
  const config = readConfig({ ...database.env, ...kafka.env, ...issuer.env });
  /** What else happens when a response's event is taken in. */
  const twists = new Map<string, Twist>();

  @Controller()
  class Consumer {
    @OnEvent(scoreWithdrawn)
    async withdrawn(
      @EventData() { responseId }: Withdrawn,
      @EventContext() context: EventContextData,
    ): Promise<void> {
      const { tx, event } = context;
      await tx.query('INSERT INTO effect (key, sequence, response) VALUES ($1, $2, $3)', [
        ...[event.key, event.sequence, responseId],
      ]);
      await twists.get(responseId)?.(context);
    }

    @OnEvent(answersVoided)
    arrived(@EventData() { responseId }: Withdrawn, @EventContext() { tx }: EventContextData): Promise<void> {
      return resume(tx, 'thing', responseId);
    }
  }

  const migrations = [AccessTables1761000000000, ...messagingMigrations, EffectTable1769000000000];
  @Module({
    imports: [
      DatabaseModule.forService({ schema: 'scoring', migrations }),
      MessagingModule.forService({ name: 'scoring' }),
    ],
    controllers: [Consumer],
  })
  class BenchModule {}

  const apps: NestFastifyApplication[] = [];
  /** One more instance of the service. */
  const start = async (changed: Partial<typeof config> = {}): Promise<NestFastifyApplication> => {
    const given = { ...config, ...changed };
    const app = await createService({ name: 'scoring', module: BenchModule }, given);
    await app.startAllMicroservices();
    await app.init();
    apps.push(app);
    return app;
  };
  const app = await start();
  const wire = await Wire.connect(kafka);
  return {
    ...{ app, start, config, database, kafka, issuer, twists, wire },
    write: <T>(work: (tx: Transaction) => T | Promise<T>) => app.get(Database).asWorker(work),
    append: (...events: EventToAppend[]) => app.get(Database).asWorker((tx) => append(tx, ...events)),
    effects: (key: string) =>
      database.query<Effect>(
        'SELECT key, sequence::int, response FROM effect WHERE key = $1 ORDER BY number',
        [key],
      ),
    parked: (key: string) =>
      database.query<{ id: string; sequence: number; kind: string; reason: string }>(
        `SELECT dead_letter_id AS id, sequence::int, kind, reason FROM parked_event WHERE key = $1 ORDER BY sequence`,
        [key],
      ),
    async stop() {
      await wire.close();
      await Promise.all(apps.map((each) => each.close()));
      await Promise.all([database.drop(), kafka.close(), issuer.close()]);
    },
  };
}

export type Bench = Awaited<ReturnType<typeof startBench>>;
