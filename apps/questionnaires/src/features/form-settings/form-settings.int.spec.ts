import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@attune/testing';
import {
  alliance,
  allianceAnswers,
  runningService,
  someone,
  type RunningService,
} from '../../test-stack/running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

async function asked() {
  const { client, therapist } = await service.treated();
  return service.ask(therapist, client);
}
const roles = ['therapist', 'supervisor', 'operations', 'integrator'] as const;

describe('what the form says to somebody in danger', () => {
  const texts = [
    { language: 'en', text: 'Call us.', contacts: [{ name: 'Crisis line', phone: '0800 111' }] },
  ];

  it('is there from the first day, in each language of the form', async () => {
    const { body } = await service.get('/check-in', { link: (await asked()).link });
    expect(body.crisis.map(({ language }: { language: string }) => language)).toEqual(['en', 'hi', 'ar']);
    expect(body.crisis[0]).toMatchObject({ text: expect.stringContaining('emergency number'), contacts: [] });
  });

  it('is set by the clinic lead or admin, with the version they have read, and written down', async () => {
    const lead = someone('clinic-lead');
    const before = await service.get('/crisis-information', { as: lead });
    const shipped = ({ body }: typeof before) => body.texts.map((text: { shipped: boolean }) => text.shipped);
    expect([before.headers.etag, shipped(before)]).toEqual(['"0"', [true, true, true]]);
    const change = (as: typeof lead, match?: number) =>
      service.put('/crisis-information', { as, body: { texts }, ...(match !== undefined && { match }) });
    expect((await change(lead)).status).toBe(428);
    const changed = await change(lead, 0);
    expect([changed.status, changed.headers.etag, shipped(changed)]).toEqual([
      200,
      '"1"',
      [false, true, true],
    ]);
    expect((await change(someone('admin'), 0)).status).toBe(412);
    expect((await change(someone('admin'), 1)).body.version).toBe(2);
    expect(await service.audited(lead.person)).toEqual([
      { action: 'change-crisis-information', client_ids: [], subject: '1' },
    ]);
    const { body } = await service.get('/check-in', { link: (await asked()).link });
    expect(body.crisis[0]).toEqual(texts[0]);
    expect(body.crisis[2]).toMatchObject({ language: 'ar', contacts: texts[0]!.contacts });
  });

  it('is changed by one of two who do it at the same time', async () => {
    const as = someone('admin');
    const { version } = (await service.get('/crisis-information', { as })).body;
    const both = await Promise.all(
      [1, 2].map(() => service.put('/crisis-information', { as, match: version, body: { texts } })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('tells who was slower by a moment which version to read', async () => {
    const as = someone('admin');
    const { version } = (await service.get('/crisis-information', { as })).body;
    const waiting = () =>
      service.database.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
    const slower = await service.db.asPerson({ id: as.person, roles: [as.role] }, async (tx) => {
      await tx.query(`UPDATE form_setting SET version = version + 1 WHERE name = 'crisis-information'`);
      const change = service.put('/crisis-information', { as, match: version, body: { texts } });
      await eventually(waiting, (found) => found.length === 1);
      return { change };
    });
    const { status, body, headers } = await slower.change;
    expect([status, body.code, headers.etag]).toEqual([412, 'changed-meanwhile', `"${version + 1}"`]);
  });

  it.each(roles)('is not set by %s', async (role) => {
    const answer = await service.put('/crisis-information', { as: someone(role), match: 0, body: { texts } });
    expect(answer.status).toBe(403);
  });

  it('names a language once, and numbers that can be dialled', async () => {
    const put = (body: object) =>
      service.put('/crisis-information', { as: someone('admin'), match: '*', body });
    expect((await put({ texts: [texts[0], texts[0]] })).status).toBe(400);
    const wrong = { ...texts[0], contacts: [{ name: 'x', phone: 'javascript:alert(1)' }] };
    expect((await put({ texts: [wrong] })).status).toBe(400);
    expect((await service.get('/crisis-information', { as: someone('integrator') })).status).toBe(403);
  });
});

describe('the result', () => {
  const send = async (key?: string) => {
    const { link } = await asked();
    const submit = () =>
      service.post('/check-in/responses', {
        link,
        body: { answers: allianceAnswers(3) },
        ...(key !== undefined && { key }),
      });
    return { first: (await submit()).body, submit };
  };

  it('is not shown to the client unless the provider says so', async () => {
    expect((await send()).first.result).toBeNull();
  });

  it('is shown for the instruments that the clinic lead names, and to a retry as well', async () => {
    const as = someone('clinic-lead');
    const set = (match: number, instruments: string[]) =>
      service.put('/shown-results', { as, match, body: { instruments } });
    expect((await set(0, [alliance])).body).toEqual({ version: 1, instruments: [alliance] });
    const { first, submit } = await send('one key');
    expect(first.result).toContainEqual({ title: 'Alliance', value: 36, min: 12, max: 60, band: null });
    expect((await submit()).body).toEqual(first);
    expect((await set(1, [])).status).toBe(200);
    expect((await send()).first.result).toBeNull();
    const read = await service.get('/shown-results', { as: someone('operations') });
    expect([read.headers.etag, read.body.instruments]).toEqual(['"2"', []]);
  });

  it.each(roles)('is not decided on by %s', async (role) => {
    const answer = await service.put('/shown-results', {
      ...{ as: someone(role), match: '*', body: { instruments: [alliance] } },
    });
    expect(answer.status).toBe(403);
  });
});
