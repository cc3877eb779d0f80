import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import {
  allianceAnswers,
  phq9,
  runningService,
  type RunningService,
} from '../../test-stack/running-service.ts';

let service: RunningService;
const moveClock = (days: number) => service.moveClock(days * 86_400_000);
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

let asked: { client: string; link: string; requestId: string };
let therapist: Awaited<ReturnType<RunningService['treated']>>['therapist'];
beforeEach(async () => {
  const treated = await service.treated();
  therapist = treated.therapist;
  asked = { client: treated.client, ...(await service.ask(therapist, treated.client)) };
});

const submit = (link: string) =>
  service.post('/check-in/responses', { link, body: { answers: allianceAnswers() } });

it('shows the form behind the link, with nothing about scoring and nobody else’s data', async () => {
  const { status, body } = await service.get('/check-in', { link: asked.link });
  expect([status, body.requestId, body.language]).toEqual([200, asked.requestId, 'de']);
  expect(body.instrument.items).toHaveLength(12);
  expect(Object.keys(body.instrument.items[0]).sort()).toEqual(['linkId', 'options', 'text']);
  expect(body.instrument).toMatchObject({
    validated: false,
    notice: expect.stringContaining('not validated'),
  });
  expect(JSON.stringify(body)).not.toContain(asked.client);
});

it('comes with the words of all languages that the form and the instrument share', async () => {
  const { body } = await service.get('/check-in', { link: asked.link });
  expect([body.wording, body.otherWordings.map(({ language }: { language: string }) => language)]).toEqual([
    'en',
    ['hi', 'ar'],
  ]);
  const [hindi] = body.otherWordings;
  expect([hindi.items.length, hindi.items[0].labels.length]).toEqual([12, 5]);
  expect(hindi.notice).toContain('अनुवाद');
  await service.database.query(`UPDATE client SET language = 'ar-EG' WHERE client_id = $1`, [asked.client]);
  const arabic = (await service.get('/check-in', { link: asked.link })).body;
  expect([arabic.wording, arabic.instrument.items[0].options[4].label]).toEqual(['ar', 'تمامًا']);
  expect(arabic.otherWordings.map(({ language }: { language: string }) => language)).toEqual(['en', 'hi']);
});

it('is not translated by us where others hold the words', async () => {
  const { link } = await service.ask(therapist, asked.client, phq9);
  const { body } = await service.get('/check-in', { link });
  expect([body.wording, body.otherWordings]).toEqual(['en', []]);
});

it.each([
  ['no link', undefined],
  ['something that is no token', 'x'],
  ['a token that was never minted', 'A'.repeat(43)],
])('opens nothing for %s', async (_, link) => {
  const { status, body } = await service.get('/check-in', link === undefined ? {} : { link });
  expect([status, body.code]).toEqual([404, 'link-unknown']);
});

it('says whom to call in danger, whatever the reason why it opens nothing', async () => {
  const other = await service.ask(therapist, asked.client);
  await service.post(`/requests/${other.requestId}/revoke`, { as: therapist });
  await submit(asked.link);
  const answers = [
    await service.get('/check-in'),
    await service.get('/check-in', { link: 'A'.repeat(43) }),
    await service.get('/check-in', { link: asked.link }),
    await service.put('/check-in/answers', { link: other.link, body: { answers: [] } }),
    await submit(other.link),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 410, 410, 410]);
  for (const { body } of answers) {
    expect(body.crisis.map(({ language }: { language: string }) => language)).toEqual(['en', 'hi', 'ar']);
    expect(body.crisis[0].text).toContain('emergency number');
  }
});

it('opens no longer once it is answered', async () => {
  await submit(asked.link);
  const { status, body } = await service.get('/check-in', { link: asked.link });
  expect([status, body.code]).toEqual([410, 'link-used']);
});

it('opens no longer once it is revoked, for looking and for answering', async () => {
  await service.post(`/requests/${asked.requestId}/revoke`, { as: therapist });
  for (const answer of [await service.get('/check-in', { link: asked.link }), await submit(asked.link)]) {
    expect([answer.status, answer.body.code]).toEqual([410, 'link-revoked']);
  }
});

it('opens for a week by the platform’s clock, and no longer', async () => {
  await moveClock(6.9);
  expect((await service.get('/check-in', { link: asked.link })).status).toBe(200);
  await moveClock(7.1);
  for (const answer of [await service.get('/check-in', { link: asked.link }), await submit(asked.link)]) {
    expect([answer.status, answer.body.code]).toEqual([410, 'link-expired']);
  }
  const { body } = await service.get(`/requests?clientId=${asked.client}`, { as: therapist });
  expect(body.items[0].status).toBe('expired');
});
