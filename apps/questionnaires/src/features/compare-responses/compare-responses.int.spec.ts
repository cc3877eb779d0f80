import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import {
  allianceAnswers,
  phq9,
  runningService,
  someone,
  type Caller,
  type RunningService,
} from '../../test-stack/running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

let care: Awaited<ReturnType<RunningService['treated']>>;
let [first, second]: [string, string] = ['', ''];
const answer = async (change: Readonly<Record<string, number>> = {}) => {
  const { link } = await service.ask(care.therapist, care.client);
  const answers = allianceAnswers().map((each) => ({ ...each, value: change[each.linkId] ?? each.value }));
  return (await service.post('/check-in/responses', { link, body: { answers } })).body.responseId as string;
};
beforeEach(async () => {
  care = await service.treated();
  first = await answer({ 'goals-1': 5 });
  second = await answer({ 'goals-1': 1 });
});
const changes = (responseId: string, as: Caller) => service.get(`/responses/${responseId}/changes`, { as });

it.each(['therapist', 'supervisor'] as const)(
  'the %s of the client sees which item has moved',
  async (who) => {
    const { status, body, headers } = await changes(second, care[who]);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({ responseId: second, previous: { responseId: first } });
    expect(body.items[0]).toMatchObject({ linkId: 'goals-1', value: 1, previous: 5, moved: -4 });
    expect((await service.audited(care[who].person)).at(-1)).toMatchObject({
      action: 'view-answers',
      subject: second,
    });
  },
);

it('they are told in the language that is asked for, where the instrument was translated into it', async () => {
  const of = async (query: string) => {
    const { body } = await service.get(`/responses/${second}/changes${query}`, { as: care.therapist });
    const { text, label } = body.items[0] as { text: string; label: string };
    return { title: body.instrument.title as string, text, label };
  };
  const own = await of('');
  expect(own.label).toBe('Not at all');
  expect(await of('?language=tlh')).toEqual(own);
  const hindi = await of('?language=hi-IN');
  for (const words of Object.values(hindi)) expect(words).toMatch(/\p{Script=Devanagari}/u);
});

it('the first response has nothing to be compared with, nor has one after a response that was voided', async () => {
  expect((await changes(first, care.therapist)).body.previous).toBeNull();
  await service.post(`/responses/${first}/void`, {
    as: care.therapist,
    body: { reason: 'Of somebody else' },
  });
  expect((await changes(second, care.therapist)).body.previous).toBeNull();
});

it('an answer about harm stands first and is marked, the first time and when it stays the same', async () => {
  const say = async (harm: number, rest: number) => {
    const { link } = await service.ask(care.therapist, care.client, phq9);
    const answers = Array.from({ length: 9 }, (_, item) => ({
      linkId: `phq9-${item + 1}`,
      value: item === 8 ? harm : rest,
    }));
    const sent = await service.post('/check-in/responses', { link, body: { answers } });
    return (await changes(sent.body.responseId, care.therapist)).body.items;
  };
  const met = { linkId: 'phq9-9', value: 2, risk: { atLeast: 1, met: true } };
  expect((await say(2, 0))[0]).toMatchObject({ ...met, moved: null });
  const again = await say(2, 3);
  expect(again[0]).toMatchObject({ ...met, moved: 0 });
  expect(again[1]).toMatchObject({ moved: 3, risk: null });
  expect((await say(0, 3))[0]).toMatchObject({ linkId: 'phq9-9', moved: -2, risk: { met: false } });
});

it('nobody else sees them', async () => {
  const other = await service.treated();
  expect((await changes(second, other.therapist)).status).toBe(404);
  expect((await changes(second, other.supervisor)).status).toBe(404);
  for (const role of ['operations', 'clinic-lead', 'admin', 'integrator'] as const) {
    expect((await changes(second, someone(role))).status).toBe(403);
  }
  expect((await changes(second, { ...other.therapist, also: 'operations' })).status).toBe(403);
});
