import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  allianceAnswers,
  phq9,
  runningService,
  type RunningService,
} from '../../test-stack/running-service.ts';
import { ForgetDrafts } from './forget-drafts.sweep.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

async function asked(instrument?: string) {
  const { client, therapist } = await service.treated();
  return { client, therapist, ...(await service.ask(therapist, client, instrument)) };
}
const save = (link: string, ...answers: object[]) =>
  service.put('/check-in/answers', { link, body: { answers } });
const draftOf = async (link: string) => (await service.get('/check-in', { link })).body.draft;
const kept = (requestId: string) =>
  service.database.query('SELECT link_id FROM draft_answers WHERE request_id = $1', [requestId]);
const one = (linkId: string, value: number | null, writtenAt = 1) => ({ linkId, value, writtenAt });

describe('answers on their way', () => {
  it('are kept at once, and found again through another link of the same request', async () => {
    const { client, therapist, link, requestId } = await asked();
    expect(await save(link, one('goals-1', 4))).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-store' },
      body: { draft: [one('goals-1', 4)] },
    });
    await save(link, one('bond-2', 2));
    const { body } = await service.post(`/requests/${requestId}/code`, { as: therapist });
    const other = String(body.link).split('#')[1] as string;
    expect(other).not.toBe(link);
    expect(await draftOf(other)).toEqual([one('bond-2', 2), one('goals-1', 4)]);
    expect(await service.events(client)).toHaveLength(1);
  });

  it('stand by item: the later one wins, in whatever order two devices are heard', async () => {
    const { link } = await asked();
    await save(link, one('goals-1', 4, 200), one('goals-2', 1, 100));
    const { body } = await save(link, one('goals-1', 2, 150), one('goals-2', 5, 150));
    expect(body.draft).toEqual([one('goals-1', 4, 200), one('goals-2', 5, 150)]);
    await save(link, one('goals-1', null, 300));
    expect(await draftOf(link)).toContainEqual(one('goals-1', null, 300));
  });

  it('must be such as the item takes', async () => {
    const { link } = await asked();
    for (const answers of [
      [one('goals-1', 6)],
      [one('goals-9', 1)],
      [one('goals-1', 1), one('goals-1', 2)],
      [{ linkId: 'goals-1', value: 1, writtenAt: -1 }],
    ]) {
      expect((await save(link, ...answers)).status).toBe(400);
    }
    expect(await draftOf(link)).toEqual([]);
  });

  it('are out of reach for a wrong link, and for the link of another client', async () => {
    const [mine, theirs] = [await asked(), await asked()];
    await save(mine.link, one('goals-1', 4));
    for (const link of ['x', 'A'.repeat(43)]) {
      expect(await save(link, one('goals-1', 1))).toMatchObject({
        status: 404,
        body: { code: 'link-unknown' },
      });
    }
    await save(theirs.link, one('goals-1', 1));
    expect([await draftOf(mine.link), await draftOf(theirs.link)]).toEqual([
      [one('goals-1', 4)],
      [one('goals-1', 1)],
    ]);
  });

  it('are nothing for staff: the database shows them to whoever has the link, and to nobody else', async () => {
    const { client, therapist, link, requestId } = await asked();
    await save(link, one('goals-1', 4));
    const seen = (person: string, roles: ('therapist' | 'operations')[]) =>
      service.db.asPerson({ id: person, roles }, (tx) => tx.query('SELECT * FROM draft_answers'));
    expect(await seen(therapist.person, ['therapist'])).toEqual([]);
    expect(await seen(randomUUID(), ['operations'])).toEqual([]);
    const read = await service.get(`/requests?clientId=${client}`, { as: therapist });
    expect(JSON.stringify(read.body)).not.toContain('goals-1');
    expect(await kept(requestId)).toHaveLength(1);
  });
});

describe('answers on their way are forgotten', () => {
  it('when the form is sent; the link takes no more', async () => {
    const { link, requestId } = await asked();
    await save(link, one('goals-1', 4));
    await service.post('/check-in/responses', { link, body: { answers: allianceAnswers() } });
    expect(await kept(requestId)).toEqual([]);
    expect(await save(link, one('goals-1', 4))).toMatchObject({ status: 410, body: { code: 'link-used' } });
    expect(await kept(requestId)).toEqual([]);
  });

  it('when it is taken back', async () => {
    const { therapist, link, requestId } = await asked();
    await save(link, one('goals-1', 4));
    await service.post(`/requests/${requestId}/revoke`, { as: therapist });
    expect(await kept(requestId)).toEqual([]);
    expect(await save(link, one('goals-1', 4))).toMatchObject({
      status: 410,
      body: { code: 'link-revoked' },
    });
  });

  it('also where saving and sending meet', async () => {
    for (let round = 0; round < 8; round++) {
      const { link, requestId } = await asked();
      await Promise.all([
        ...[1, 2, 3].map((at) => save(link, one('goals-1', at, at))),
        service.post('/check-in/responses', { link, body: { answers: allianceAnswers() } }),
        ...[4, 5].map((at) => save(link, one('goals-2', at, at))),
      ]);
      expect(await kept(requestId)).toEqual([]);
    }
  });

  it('when the time to answer is over, and where each form was left is counted, of nobody', async () => {
    const sweep = service.app.get(ForgetDrafts, { strict: false });
    const forms = await Promise.all(Array.from({ length: 5 }, () => asked(phq9)));
    for (const [index, { link }] of forms.entries()) {
      await save(link, one('phq9-1', 1, 10), one(index === 0 ? 'phq9-2' : 'phq9-3', 1, 20));
    }
    const open = await asked(phq9);
    await service.moveClock(7.1 * 86_400_000);
    const later = await service.ask(open.therapist, open.client, phq9);
    await save(later.link, one('phq9-1', 1));
    await sweep.sweep();
    for (const { requestId } of forms) expect(await kept(requestId)).toEqual([]);
    expect(await kept(later.requestId)).toHaveLength(1);
    const admin = { person: randomUUID(), role: 'admin' as const };
    const { body } = await service.get('/instruments/phq-9/usage', { as: admin });
    expect(body.items.map(({ linkId, left }: { linkId: string; left: number }) => [linkId, left])).toEqual([
      ['phq9-2', 1],
      ['phq9-3', 4],
    ]);
    expect(await save(forms[0]!.link, one('phq9-1', 2))).toMatchObject({ body: { code: 'link-expired' } });
    await service.moveClock(0);
  });
});
