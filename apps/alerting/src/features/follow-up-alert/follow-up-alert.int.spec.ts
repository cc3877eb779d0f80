import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Call, Caller } from '@attune/testing';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';

let service: AlertingService;
let about: Awaited<ReturnType<AlertingService['treated']>>;
let alertId: string;
beforeAll(async () => {
  service = await alertingService();
}, 90_000);
afterAll(() => service.stop());
beforeEach(async () => {
  about = await service.treated();
  alertId = await service.alertAbout(about.client);
});

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();
const step = (as: Caller, what: string, how: Call = {}) =>
  service.post(`/alerts/${alertId}/${what}`, { as, match: '*', ...how });
const read = async (as: Caller) => (await service.get(`/alerts/${alertId}`, { as })).body;
const types = async () =>
  (await service.published(about.client)).map(({ type }) => type.split('.').at(2)?.replace('alert-', ''));
const newest = async () => JSON.parse((await service.published(about.client)).at(-1)!.data);

describe('an alert that is followed up', () => {
  it('is worked on, closed with whether it helped, and opened again', async () => {
    expect((await step(about.therapist, 'start')).body).toMatchObject({ status: 'in-progress', version: 2 });
    expect(await newest()).toMatchObject({ status: 'acknowledged', by: about.therapist.person });
    const body = { outcome: 'discussed', useful: true, note: 'We spoke.' };
    expect((await step(about.therapist, 'resolve', { body })).body).toMatchObject({
      status: 'resolved',
      useful: true,
      permitted: { reopen: true, acknowledge: false },
    });
    const again = (await step(about.therapist, 'reopen')).body;
    expect(again).toMatchObject({
      status: 'open',
      outcome: null,
      useful: null,
      notes: [{ text: 'We spoke.' }],
    });
    expect(Date.parse(again.acknowledgeBy)).toBeGreaterThan(Date.now());
    expect(await types()).toEqual(['raised', 'started', 'resolved', 'reopened']);
    // The second closing has a note of its own beside the first.
    const closed = await step(about.therapist, 'resolve', { body: { outcome: 'repaired', note: 'Better.' } });
    expect(closed.body.notes.map(({ text }: { text: string }) => text)).toEqual(['We spoke.', 'Better.']);
  });

  it('is put off for a while, and not too long, too often or into the past', async () => {
    const snooze = (until: string) => step(about.therapist, 'snooze', { body: { until } });
    expect(await snooze(inDays(8))).toMatchObject({ status: 400, body: { errors: [{ pointer: '/until' }] } });
    expect(await snooze(inDays(-1))).toMatchObject({ status: 400 });
    const until = inDays(3);
    expect((await snooze(until)).body).toMatchObject({ status: 'acknowledged', snoozedUntil: until });
    expect([(await snooze(until)).status, (await snooze(until)).status]).toEqual([200, 200]);
    expect(await snooze(until)).toMatchObject({ status: 409, body: { code: 'snoozed-too-often' } });
    expect(await types()).toEqual(['raised', 'snoozed', 'snoozed', 'snoozed']);
  });

  it('that is opened again waits for whoever it is for now', async () => {
    await step(about.therapist, 'resolve', { body: { outcome: 'discussed' } });
    const next = someone('therapist');
    await service.care(about.client, next.person, 'cover');
    expect((await step(next, 'reopen')).body).toMatchObject({ status: 'open', recipientId: next.person });
  });

  it('is not opened again beside a newer one', async () => {
    await step(about.therapist, 'resolve', { body: { outcome: 'discussed' } });
    await service.alertAbout(about.client, 29);
    expect(await step(about.therapist, 'reopen')).toMatchObject({
      status: 409,
      body: { code: 'newer-alert-open' },
    });
  });

  it.each([
    ['another therapist', 404, () => someone('therapist')],
    ['the supervisor, as long as it has not come that far', 403, () => about.supervisor],
    ['operations', 403, () => someone('operations')],
    ['the clinic lead', 403, () => someone('clinic-lead')],
    ['an administrator', 403, () => someone('admin')],
  ] as const)('is left as it is by %s', async (_who, status, as) => {
    const body = { until: inDays(1) };
    expect((await step(as(), 'start')).status).toBe(status);
    expect((await step(as(), 'snooze', { body })).status).toBe(status);
    expect((await step(as(), 'notes', { body: { text: 'x' } })).status).toBe(status);
    await step(about.therapist, 'resolve', { body: { outcome: 'discussed' } });
    expect((await step(as(), 'reopen')).status).toBe(status);
    expect(await types()).toEqual(['raised', 'resolved']);
  });
});

describe('a slip', () => {
  it.each([
    ['acknowledge', {}],
    ['start', {}],
    ['snooze', { body: { until: inDays(3) } }],
  ])('of %s is taken back: the alert waits as before, its deadline too', async (what, how) => {
    const before = await read(about.therapist);
    const said = (await step(about.therapist, what, how)).body;
    expect(said).toMatchObject({ status: expect.not.stringMatching('open'), permitted: { undo: true } });
    expect(said.acknowledgeBy).toBeNull();
    const { body } = await step(about.therapist, 'undo');
    expect(body).toMatchObject({ status: 'open', snoozedUntil: null, permitted: { undo: false } });
    expect([body.version, body.acknowledgeBy]).toEqual([3, before.acknowledgeBy]);
    expect((await types()).at(-1)).toBe('answer-withdrawn');
    expect(await newest()).toMatchObject({ status: 'open', by: about.therapist.person, version: 3 });
    expect((await newest()).answeredAt).toBe(said.changedAt);
    expect((await service.audited(about.therapist.person)).slice(-2)).toMatchObject([
      { action: `${what}-alert` },
      { action: 'undo-alert', client_ids: [about.client], subject: alertId },
    ]);
  });

  it('costs nothing: it may be put off as often as before', async () => {
    for (let time = 0; time < 4; time += 1) {
      expect((await step(about.therapist, 'snooze', { body: { until: inDays(1) } })).status).toBe(200);
      expect((await step(about.therapist, 'undo')).status).toBe(200);
    }
  });

  it('of starting leaves what was said before', async () => {
    await step(about.therapist, 'acknowledge');
    await step(about.therapist, 'start');
    expect((await step(about.therapist, 'undo')).body).toMatchObject({
      status: 'acknowledged',
      inProgressSince: null,
    });
    expect(await step(about.therapist, 'undo')).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-undo' },
    });
  });

  it('is taken back by whoever made it alone, and until anything happens', async () => {
    const cover = someone('therapist');
    await service.care(about.client, cover.person, 'cover');
    await step(about.therapist, 'acknowledge');
    expect(await read(cover)).toMatchObject({ permitted: { undo: false } });
    expect(await step(cover, 'undo')).toMatchObject({ status: 409, body: { code: 'nothing-to-undo' } });
    expect((await step(someone('therapist'), 'undo')).status).toBe(404);
    expect((await step(about.supervisor, 'undo')).status).toBe(403);
    expect((await step(someone('operations'), 'undo')).status).toBe(403);
    expect((await step(about.therapist, 'undo', { match: 1 })).status).toBe(412);
    await step(cover, 'start');
    expect((await step(about.therapist, 'undo')).body.code).toBe('nothing-to-undo');
  });
});

describe('a note', () => {
  it('is written at any time, once for a key, and read by those who care for the client', async () => {
    const how = { key: randomUUID(), body: { text: 'Called.' } };
    await step(about.therapist, 'notes', how);
    expect((await step(about.therapist, 'notes', how)).body.notes).toMatchObject([
      { text: 'Called.', writtenByName: 'Sample Therapist' },
    ]);
    expect(await service.audited(about.therapist.person)).toEqual([
      { action: 'note-alert', client_ids: [about.client], subject: alertId },
    ]);
    expect((await read(about.supervisor)).notes).toHaveLength(1);
    expect((await read(someone('operations'))).notes).toEqual([]);
    expect((await step(about.therapist, 'notes', { body: { text: '  ' } })).status).toBe(400);
    expect(JSON.stringify(await service.published(about.client))).not.toContain('Called.');
  });
});

describe('several alerts at once', () => {
  const acknowledge = (as: Caller, ...alertIds: string[]) =>
    service.post('/alerts/acknowledge', {
      as,
      body: { alerts: alertIds.map((id) => ({ alertId: id, version: 1 })) },
    });

  it('are acknowledged, each answered for, and one about safety never', async () => {
    const other = await service.treated();
    const foreign = await service.alertAbout(other.client);
    await service.database.query(`UPDATE alert SET concern = 'safety' WHERE alert_id = $1`, [foreign]);
    await service.care(other.client, about.therapist.person, 'cover');
    const answer = await acknowledge(about.therapist, alertId, foreign, randomUUID());
    expect(answer.body.items).toMatchObject([
      { alertId, acknowledged: true, code: null },
      { alertId: foreign, acknowledged: false, code: 'safety-one-by-one' },
      { acknowledged: false, code: 'not-found' },
    ]);
    expect((await acknowledge(about.therapist, alertId)).body.items[0].code).toBe('changed-meanwhile');
  });

  it('are nobody else’s to acknowledge', async () => {
    const items = async (as: Caller) => (await acknowledge(as, alertId)).body.items;
    expect(await items(someone('therapist'))).toMatchObject([{ code: 'not-found' }]);
    expect(await items(about.supervisor)).toMatchObject([{ code: 'not-permitted' }]);
    expect((await acknowledge(someone('operations'), alertId)).status).toBe(403);
    expect((await read(about.therapist)).status).toBe('open');
  });
});
