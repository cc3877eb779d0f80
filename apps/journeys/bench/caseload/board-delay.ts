import { setTimeout as sleep } from 'node:timers/promises';
import { headers as names, responseScored, toSequence } from '@attune/contracts';
import { withClient } from '@attune/local';
import kafkajs from 'kafkajs';
import { call } from '../../src/platform/api.ts';
import { percentile } from '../load/statistics.ts';
import type { AttachedPlatform } from '../running-platform.ts';
import type { CaseloadApart } from './caseload-apart.ts';

export interface Delay {
  readonly events: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

const betweenEventsMs = 50;
const lookEveryMs = 5;
const lostAfterMs = 20_000;

/**
 * From the moment at which a score is handed to the broker until the client's row, asked for by HTTP, shows it: at
 * twenty a second, for as many clients, while nobody waits for the one before.
 */
export async function timeBoard(
  platform: AttachedPlatform,
  apart: CaseloadApart,
  events: number,
): Promise<Delay> {
  const token = await platform.token({ person: crypto.randomUUID(), roles: ['operations'] });
  const producer = apart.kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  const clientIds = await withClient(apart.databaseUrl, async (client) => {
    const sql = 'SELECT client_id AS id FROM caseload.client_entry ORDER BY md5(client_id::text) LIMIT $1';
    return (await client.query<{ id: string }>(sql, [events])).rows.map(({ id }) => id);
  });
  const pending: Promise<number>[] = [];
  for (const clientId of clientIds) {
    const answeredAt = new Date().toISOString();
    const started = performance.now();
    const shown = async () => {
      await producer.send({
        topic: apart.topic(responseScored.topic),
        acks: -1,
        messages: [scored(clientId, answeredAt)],
      });
      const url = `${apart.origin}/api/caseload/clients/${clientId}`;
      for (;;) {
        const { body } = await call<{ lastScore: { answeredAt: string } | null }>(url, { token });
        const passed = performance.now() - started;
        if (body.lastScore?.answeredAt === answeredAt) return passed;
        if (passed > lostAfterMs) throw new Error(`a score was not on the board after ${lostAfterMs} ms`);
        await sleep(lookEveryMs);
      }
    };
    pending.push(shown());
    await sleep(betweenEventsMs);
  }
  const sorted = (await Promise.all(pending)).toSorted((a, b) => a - b);
  await producer.disconnect();
  const at = (part: number) => Math.round(percentile(sorted, part));
  return { events, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

/** The first event of its key on these topics. */
function scored(clientId: string, answeredAt: string) {
  const { type, source, dataschema, example } = responseScored;
  const value = {
    ...example,
    ...{ scoreId: crypto.randomUUID(), responseId: crypto.randomUUID(), clientId, sessionId: null },
    ...{ answeredAt, submittedAt: answeredAt },
  };
  const headers = {
    ...{ [names.specversion]: '1.0', [names.id]: crypto.randomUUID(), [names.type]: type },
    ...{ [names.source]: source, [names.subject]: clientId, [names.time]: answeredAt },
    ...{ [names.dataschema]: dataschema, [names.partitionkey]: clientId, [names.sequence]: toSequence(1) },
    [names.contentType]: 'application/json',
  };
  return { key: clientId, value: JSON.stringify(value), headers };
}
