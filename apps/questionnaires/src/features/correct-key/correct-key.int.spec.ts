import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createService, readConfig } from '@attune/platform';
import { phq9 as shipped } from '../../domain/instruments/phq-9.ts';
import { QuestionnairesModule } from '../../questionnaires.module.ts';
import { phq9, runningService, someone, type RunningService } from '../../test-stack/running-service.ts';
import { RescoreSweep } from '../rescore/rescore.sweep.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

const admin = someone('admin');
const { version } = shipped;
const correction = (more = {}) => ({
  reason: 'Item 1 was keyed the wrong way round',
  items: [{ linkId: 'phq9-1', reversed: true }],
  scales: shipped.scales,
  ...more,
});
const correct = (body: object, as = admin, key?: string, at = version, match: number | string = '*') =>
  service.post(`/instruments/phq-9/${at}/key-corrections`, {
    ...{ as, body, match },
    ...(key !== undefined && { key }),
  });
const rescore = (as = admin, at = version, key?: string) =>
  service.post(`/instruments/phq-9/${at}/rescorings`, { as, ...(key !== undefined && { key }) });
const typesOf = async (key: string) => (await service.events(key)).map(({ type }) => type.split('.').at(2));

describe('a corrected key', () => {
  it('counts otherwise from now on, is told, and leaves the words alone', async () => {
    const corrected = await correct(correction(), admin, 'once');
    expect([corrected.status, corrected.body]).toMatchObject([
      200,
      {
        version,
        keyRevision: 1,
        items: [{ reversed: true, text: shipped.items[0]!.text }, {}, {}, {}, {}, {}, {}, {}, {}],
      },
    ]);
    expect((await correct(correction(), admin, 'once')).body).toEqual(corrected.body);
    expect(await typesOf(phq9)).toEqual(['instrument-published', 'instrument-key-corrected']);
    const [, event] = await service.events(phq9);
    expect(JSON.parse(event!.data)).toMatchObject({
      keyRevision: 1,
      items: [{ reversed: true }, {}, {}, {}, {}, {}, {}, {}, {}],
    });
  });

  it('is not overturned by what ships, at the next start', async () => {
    const restarted = await createService(
      { name: 'questionnaires', module: QuestionnairesModule },
      readConfig({ ...service.database.env }),
    );
    await restarted.init();
    await restarted.close();
    const { body } = await service.get('/instruments/phq-9', { as: admin });
    expect([body.keyRevision, body.items[0].reversed]).toEqual([1, true]);
  });

  it.each([
    ['an item that is not there', { items: [{ linkId: 'phq9-10', reversed: true }] }, '/items/0/linkId'],
    ['a scale that does not add up', { scales: [{ ...shipped.scales[0]!, max: 30 }] }, '/scales/0/max'],
    ['no reason', { reason: '' }, '/reason'],
  ])('is refused with %s', async (_what, more, pointer) => {
    const refused = await correct(correction(more));
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, pointer]);
  });

  it('is made to what was read: nobody overwrites what somebody else has corrected meanwhile', async () => {
    const read = async () => service.get('/instruments/phq-9', { as: admin });
    const before = await read();
    const seen = before.body.keyRevision as number;
    expect(before.headers.etag).toBe(`"${String(seen)}"`);
    const first = await correct(correction(), admin, 'first', version, seen);
    expect([first.status, first.body.keyRevision, first.headers.etag]).toEqual([
      ...[200, seen + 1, `"${String(seen + 1)}"`],
    ]);
    const late = await correct(
      correction({ items: [{ linkId: 'phq9-10' }] }),
      admin,
      undefined,
      version,
      seen,
    );
    expect([late.status, late.body.code, late.headers.etag]).toEqual([
      ...[412, 'changed-meanwhile', first.headers.etag],
    ]);
    const body = correction();
    const blind = await service.post(`/instruments/phq-9/${version}/key-corrections`, { as: admin, body });
    expect([blind.status, blind.body.code]).toEqual([428, 'if-match-missing']);
    expect((await read()).body.keyRevision).toBe(seen + 1);
    // Who asks again for what has been done gets the same answer.
    expect((await correct(correction(), admin, 'first', version, seen)).body).toEqual(first.body);
  });

  it('is of one of two who correct it at the same time', async () => {
    const seen = (await service.get('/instruments/phq-9', { as: admin })).body.keyRevision as number;
    const both = await Promise.all([1, 2].map(() => correct(correction(), admin, undefined, version, seen)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is for admin alone, for versions that exist, and is written down', async () => {
    for (const role of ['therapist', 'supervisor', 'clinic-lead', 'operations', 'integrator'] as const) {
      expect((await correct(correction(), someone(role))).status).toBe(403);
      expect((await rescore(someone(role))).status).toBe(403);
    }
    expect((await correct(correction(), admin, undefined, '9.9.9')).status).toBe(404);
    expect((await rescore(admin, '9.9.9')).status).toBe(404);
    const [entry] = await service.audited(admin.person);
    expect(entry).toMatchObject({
      action: 'correct-key',
      subject: expect.stringContaining('#1: Item 1 was keyed'),
    });
  });
});

describe('scoring again', () => {
  it('hands every response that stands to scoring once more, once everybody knows the key', async () => {
    const [client, other] = [await service.treated(), await service.treated()];
    const rows = [client, other].map(({ client: clientId }) => ({
      ...{ responseId: randomUUID(), clientId, instrument: { url: phq9, version } },
      answeredAt: '2026-01-01T10:00:00.000Z',
      answers: [{ linkId: 'phq9-1', value: 1 }],
    }));
    const operations = someone('operations');
    await service.post('/responses/imports', { as: operations, body: { responses: rows } });
    const voided = { as: operations, body: { reason: 'Belongs to somebody else' } };
    await service.post(`/responses/${rows[1]!.responseId}/void`, voided);

    const outlook = async (as = admin) => service.get(`/instruments/phq-9/${version}/rescorings`, { as });
    expect((await outlook()).body).toEqual({ responses: 1, latest: null });
    const started = await rescore(admin, version, 'again');
    expect(started).toMatchObject({ status: 201, body: { republished: 0, finishedAt: null } });
    expect((await rescore(admin, version, 'again')).body).toEqual(started.body);
    const sweep = service.app.get(RescoreSweep);
    expect(await sweep.sweep()).toBe(0);
    await service.moveClock(20_000);
    await sweep.sweep();
    const read = () => service.get(`/rescorings/${started.body.rescoringId}`, { as: admin });
    expect((await read()).body).toMatchObject({ republished: 1, finishedAt: expect.any(String) });
    expect((await outlook()).body).toMatchObject({ responses: 1, latest: { republished: 1 } });
    for (const role of ['therapist', 'supervisor', 'clinic-lead', 'operations', 'integrator'] as const)
      expect((await outlook(someone(role))).status).toBe(403);
    expect((await service.get('/instruments/phq-9/9.9.9/rescorings', { as: admin })).status).toBe(404);
    expect(await typesOf(client.client)).toContain('answers-republished');
    expect(await typesOf(other.client)).not.toContain('answers-republished');
    expect((await service.get(`/rescorings/${started.body.rescoringId}`, { as: operations })).status).toBe(
      403,
    );
    expect((await service.get(`/rescorings/${randomUUID()}`, { as: admin })).status).toBe(404);
  });
});
