import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startService, type StartedService } from '@attune/testing';
import { CaseloadModule } from '../caseload.module.ts';
import { type AlertRecord, saveAlertRecord } from './alert-record.store.ts';

let service: StartedService;
beforeAll(async () => {
  service = await startService({ name: 'caseload', module: CaseloadModule });
}, 60_000);
afterAll(() => service.stop());

const hour = (hours: number) => new Date(Date.UTC(2026, 9, 19, hours)).toISOString();
const fresh = (): AlertRecord => ({
  ...{ alertId: randomUUID(), clientId: randomUUID(), concern: 'alliance', severity: 'low', status: 'open' },
  ...{ recipientId: null, raisedAt: hour(8), changedAt: hour(8), acknowledgeBy: hour(12) },
});
/** What is kept after the alert has been through these changes. */
async function after(...changes: Partial<AlertRecord>[]) {
  const alert = fresh();
  for (const change of [{}, ...changes]) {
    const now = { ...alert, ...change };
    await service.db.asWorker(async (tx) => {
      saveAlertRecord(tx, now, now.status === 'acknowledged');
      await tx.query('SELECT 1');
    });
  }
  const [row] = await service.database.query<{ by: Date | null; taken: Date | null }>(
    'SELECT acknowledge_by AS by, taken_at AS taken FROM client_alert WHERE alert_id = $1',
    [alert.alertId],
  );
  return [row?.by, row?.taken].map((at) => (at instanceof Date ? at.toISOString() : at));
}

it('the deadline is the first one: going further up does not put it off', async () => {
  expect(await after({ acknowledgeBy: hour(16) })).toEqual([hour(12), null]);
  expect(await after({ acknowledgeBy: null })).toEqual([hour(12), null]);
});

it('it comes sooner when the alert gets graver', async () => {
  expect(await after({ severity: 'high', acknowledgeBy: hour(10) })).toEqual([hour(10), null]);
});

it('is not in hand after what was said by a slip was taken back, but for what was said before', async () => {
  const taken = (at: number) =>
    ({ status: 'acknowledged', changedAt: hour(at), acknowledgeBy: null }) as const;
  const undone = (at: number) => ({ status: 'open', answeredAt: hour(at), changedAt: hour(16) }) as const;
  expect(await after(taken(11), undone(11))).toEqual([hour(12), null]);
  expect(await after(taken(11), undone(11), taken(13))).toEqual([hour(12), hour(13)]);
  expect(await after(taken(9), { status: 'open' }, taken(11), undone(11))).toEqual([hour(12), hour(9)]);
});

it('and stays what it was once somebody has the alert in hand, even if it opens again', async () => {
  const taken = { status: 'acknowledged', changedAt: hour(11), acknowledgeBy: null } as const;
  const reopened = { status: 'open', changedAt: hour(15), acknowledgeBy: hour(9) } as const;
  expect(await after(taken, reopened)).toEqual([hour(12), hour(11)]);
});
