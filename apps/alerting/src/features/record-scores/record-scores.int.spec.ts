import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { EventToAppend } from '@attune/contracts';
import { startTelemetry } from '@attune/platform';
import { careOf, eventually, inDays, totalOf } from '@attune/testing';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';

// A real broker on a busy machine takes its time.
jest.setTimeout(30_000);

let service: AlertingService;
let client: string;
const telemetry = startTelemetry('alerting', undefined);
const therapist = someone('therapist');
beforeAll(async () => {
  service = await alertingService({ broker: true });
}, 90_000);
afterAll(() => Promise.all([service.stop(), telemetry.shutdown()]));
beforeEach(async () => {
  client = randomUUID();
  await happens(careOf(client, { staffId: therapist.person, from: inDays(-100) }).begins);
});

async function happens(...events: EventToAppend[]) {
  await service.publish(...events);
  await service.settled();
}
const rules = async () => {
  const alerts = await service.alertsOf(client);
  return alerts
    .flatMap(({ signals }) => signals.map(({ rule, withdrawn }) => (withdrawn ? `(${rule})` : rule)))
    .sort();
};

describe('a low total', () => {
  it('becomes one alert for the therapist, and a further one joins it', async () => {
    await happens(totalOf(client, 33, 7).scored);
    await happens(totalOf(client, 30).scored);
    const alerts = await service.alertsOf(client);
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({ recipientId: therapist.person, version: 2 });
    expect(await rules()).toEqual(['alliance-below-cut-off', 'alliance-below-cut-off']);
  });

  it('is measured from the request that submitted it until its alert is committed, once for each it tells of', async () => {
    const counted = async () => {
      const { body } = await service.app.inject('/metrics');
      return Number(/^attune_submit_to_alert_ms_count\S* (\d+)/m.exec(body)?.[1] ?? 0);
    };
    const before = await counted();
    await happens(totalOf(client, 50, 7).scored, totalOf(client, 30).scored);
    // It is written down just after the commit.
    await eventually(counted, (count) => count > before);
    expect(await counted()).toBe(before + 1);
  });

  it('of several weeks ago is history', async () => {
    await happens(totalOf(client, 30, 30).scored);
    expect(await service.alertsOf(client)).toEqual([]);
  });

  it('that arrives after a newer one raises nothing about the past', async () => {
    await happens(totalOf(client, 50).scored);
    await happens(totalOf(client, 30, 5).scored);
    expect(await service.alertsOf(client)).toEqual([]);
  });

  it('that could not be scored is no news', async () => {
    await happens(totalOf(client, null).scored);
    expect(await service.alertsOf(client)).toEqual([]);
  });
});

describe('what comes to be known later', () => {
  it('takes a fall back when an entry in between shows that there was none', async () => {
    await happens(totalOf(client, 50, 9).scored);
    await happens(totalOf(client, 40).scored);
    expect(await rules()).toEqual(['alliance-fall-since-last']);
    await happens(totalOf(client, 42, 4).scored);
    expect(await rules()).toEqual(['(alliance-fall-since-last)']);
    expect((await service.alertsOf(client))[0]).toMatchObject({ status: 'resolved', outcome: 'withdrawn' });
  });

  it('shows a fall to the newest entry, which is news still', async () => {
    await happens(totalOf(client, 40).scored);
    expect(await rules()).toEqual([]);
    await happens(totalOf(client, 50, 4).scored);
    expect(await rules()).toEqual(['alliance-fall-since-last']);
  });

  it('withdraws what rested on a voided response, and leaves what did not', async () => {
    const [first, second] = [totalOf(client, 34, 7), totalOf(client, 30)];
    await happens(first.scored);
    await happens(second.scored);
    await happens(second.withdrawn);
    expect(await rules()).toEqual(['(alliance-below-cut-off)', 'alliance-below-cut-off']);
    expect((await service.alertsOf(client))[0]).toMatchObject({ status: 'open' });
    await happens(first.withdrawn);
    expect((await service.alertsOf(client))[0]).toMatchObject({ status: 'resolved', outcome: 'withdrawn' });
  });

  it('opens an answered alert for something graver, and not for something like it', async () => {
    await happens(totalOf(client, 50, 9).scored);
    await happens(totalOf(client, 40, 6).scored);
    const { alertId } = (await service.alertsOf(client))[0]!;
    await service.post(`/alerts/${alertId}/acknowledge`, { as: therapist, match: '*' });
    await happens(totalOf(client, 50, 4).scored, totalOf(client, 40, 3).scored);
    expect((await service.alertsOf(client))[0]).toMatchObject({ status: 'acknowledged', severity: 'medium' });
    await happens(totalOf(client, 30).scored);
    expect((await service.alertsOf(client))[0]).toMatchObject({ status: 'open', severity: 'high' });
  });
});

describe('a corrected score', () => {
  it('takes the signals along that it refutes, and raises none about the past', async () => {
    const [first, second] = [totalOf(client, 30, 7), totalOf(client, 50, 0)];
    await happens(first.scored);
    await happens(second.scored);
    expect(await rules()).toEqual(['alliance-below-cut-off']);
    await happens(first.corrected(44));
    expect(await rules()).toEqual(['(alliance-below-cut-off)']);
    expect((await service.alertsOf(client))[0]).toMatchObject({ status: 'resolved', outcome: 'withdrawn' });
    await happens(first.corrected(20));
    expect(await service.alertsOf(client)).toHaveLength(1);
  });

  it('that is the newest raises nothing either: the next answer is judged with it', async () => {
    const only = totalOf(client, 50, 3);
    await happens(only.scored);
    await happens(only.corrected(30));
    expect(await rules()).toEqual([]);
    await happens(totalOf(client, 29).scored);
    expect(await rules()).toEqual(['alliance-below-cut-off']);
  });

  it('that cannot be scored any more leaves the series, and takes along what was said about it', async () => {
    const only = totalOf(client, 30);
    await happens(only.scored);
    await happens(only.corrected(null));
    expect(await rules()).toEqual(['(alliance-below-cut-off)']);
    expect((await service.alertsOf(client))[0]).toMatchObject({ status: 'resolved', outcome: 'withdrawn' });
    await happens(totalOf(client, 50).scored);
    expect(await rules()).toEqual(['(alliance-below-cut-off)']);
  });
});

it('many at once about one client make one alert with a signal each', async () => {
  const totals = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((days) => totalOf(client, 30, days).scored);
  const handover = careOf(client, { staffId: randomUUID(), kind: 'cover', from: inDays(-1) }).begins;
  await happens(...totals, handover);
  const alerts = await service.alertsOf(client);
  expect(alerts).toHaveLength(1);
  expect(alerts[0]!.signals).toHaveLength(10);
});
