import type { AttachedPlatform } from '../running-platform.ts';
import { benchSchema } from '../servers.ts';
import { NaiveAlert, NaiveResponse, NaiveScore } from './naive.entities.ts';

export type Settings = Pick<AttachedPlatform, 'databaseUrl' | 'broker'>;

export const schema = benchSchema;
export const topics = {
  responses: 'attune.bench.naive.responses',
  scores: 'attune.bench.naive.scores',
  alerts: 'attune.bench.naive.alerts',
} as const;

export const entities = {
  questionnaires: [NaiveResponse],
  scoring: [NaiveScore],
  alerting: [NaiveAlert],
  live: [],
};

/** Nest's own Kafka transport as it comes. */
export const kafkaOptions = (part: string, { broker }: Settings) => ({
  client: { ...broker, clientId: `bench-naive-${part}` },
  consumer: { groupId: `bench-naive-${part}` },
  subscribe: { fromBeginning: true },
});
