import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  allianceAnswers,
  runningService,
  type Caller,
  someone,
  type RunningService,
} from '../../test-stack/running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

let care: Awaited<ReturnType<RunningService['treated']>>;
let responseId: string;
beforeEach(async () => {
  care = await service.treated();
  const { link } = await service.ask(care.therapist, care.client);
  const { body } = await service.post('/check-in/responses', { link, body: { answers: allianceAnswers() } });
  responseId = body.responseId;
});

describe('answers', () => {
  it.each(['therapist', 'supervisor'] as const)('are read by the %s of the client', async (who) => {
    const { status, body } = await service.get(`/responses/${responseId}`, { as: care[who] });
    expect([status, body.answers]).toEqual([200, allianceAnswers()]);
    expect((await service.audited(care[who].person)).at(-1)).toEqual({
      action: 'view-answers',
      client_ids: [care.client],
      subject: responseId,
    });
  });

  it.each(['operations', 'clinic-lead'] as const)(
    'are not read by %s, who sees that there are some',
    async (role) => {
      const as = someone(role);
      const { status, body } = await service.get(`/responses/${responseId}`, { as });
      expect([status, body.clientId, body.answers]).toEqual([200, care.client, null]);
      expect((await service.audited(as.person)).map(({ action }) => action)).toEqual(['view-response']);
    },
  );

  it('are not there at all for the therapist and supervisor of somebody else', async () => {
    const other = await service.treated();
    for (const as of [other.therapist, other.supervisor]) {
      expect((await service.get(`/responses/${responseId}`, { as })).status).toBe(404);
    }
  });

  it.each(['admin', 'integrator'] as const)('are refused to %s', async (role) => {
    expect((await service.get(`/responses/${responseId}`, { as: someone(role) })).status).toBe(403);
  });

  it('are out of reach as soon as the care relationship is over', async () => {
    await service.database.query(
      `UPDATE care_relationship SET valid_to = '2021-01-01' WHERE client_id = $1`,
      [care.client],
    );
    expect((await service.get(`/responses/${responseId}`, { as: care.therapist })).status).toBe(404);
  });

  it('are refused while the copy of the care relationships is behind', async () => {
    await service.parkCare(care.client);
    expect((await service.get(`/responses/${responseId}`, { as: care.therapist })).status).toBe(404);
  });
});

it('a client’s responses are listed without answers, for those who may know of them', async () => {
  const list = (as: Caller) => service.get(`/responses?clientId=${care.client}`, { as });
  for (const as of [care.therapist, care.supervisor, someone('operations'), someone('clinic-lead')]) {
    const { body } = await list(as);
    expect(body.items.map((each: { responseId: string }) => each.responseId)).toEqual([responseId]);
    expect(JSON.stringify(body)).not.toContain('goals-1');
  }
  const other = await service.treated();
  expect(await list(other.therapist)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  const none = await service.get(`/responses?clientId=${other.client}`, { as: other.therapist });
  expect([none.status, none.body.items]).toEqual([200, []]);
  expect((await list(someone('admin'))).status).toBe(403);
});

describe('voiding', () => {
  const voidIt = (as: Caller, body: object = { reason: 'Filled in by her brother' }) =>
    service.post(`/responses/${responseId}/void`, { as, body });

  it('keeps the response with its reason, and tells others without it', async () => {
    const { status, body } = await voidIt(care.therapist);
    expect([status, body.voided.reason]).toEqual([200, 'Filled in by her brother']);
    const events = (await service.events(care.client)).slice(3);
    expect(events.map(({ type }) => type)).toEqual([
      'attune.questionnaires.answers-voided.v1',
      'attune.questionnaires.response-voided.v1',
    ]);
    expect(events.map(({ data }) => data).join('')).not.toContain('brother');
    expect((await service.audited(care.therapist.person)).at(-1)).toMatchObject({
      action: 'void-response',
      subject: responseId,
    });
  });

  it('is done once, with a reason', async () => {
    const missing = await voidIt(care.therapist, { reason: ' ' });
    expect([missing.status, missing.body.errors[0].pointer]).toEqual([400, '/reason']);
    expect((await voidIt(someone('operations'))).status).toBe(200);
    expect((await voidIt(care.therapist)).body.code).toBe('response-voided');
    expect(await service.events(care.client)).toHaveLength(5);
  });

  it('is refused to those who do not treat the client, to its supervisor and to the clinic lead', async () => {
    expect((await voidIt(care.supervisor)).status).toBe(403);
    expect((await voidIt({ ...care.supervisor, also: 'therapist' })).status).toBe(403);
    expect((await voidIt((await service.treated()).therapist)).status).toBe(404);
    expect((await voidIt(someone('clinic-lead'))).status).toBe(403);
    expect(await service.events(care.client)).toHaveLength(3);
  });
});
