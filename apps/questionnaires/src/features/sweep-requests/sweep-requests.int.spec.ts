import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { careOf, eventually, inDays, personOf } from '@attune/testing';
import { cadenceService, sessionOf, type CadenceService } from '../../test-stack/cadence-service.ts';
import { alliance, allianceAnswers, phq9 } from '../../test-stack/running-service.ts';
import { SweepRequests } from './sweep-requests.sweep.ts';

type Cared = Awaited<ReturnType<CadenceService['inCare']>>;

const day = 86_400_000;
const hour = 3_600_000;
let service: CadenceService;
let sweep: () => Promise<number>;
beforeAll(async () => {
  service = await cadenceService();
  const sweeper = service.app.get(SweepRequests, { strict: false });
  sweep = () => sweeper.sweep();
  await service.quiet();
}, 90_000);
beforeEach(async () => {
  await service.moveClock(0);
  await service.quiet();
});
afterAll(() => service.stop());

const whats = async (client: string) => (await service.told(client)).map(({ what }) => what);
/** So much later, when the sweep has looked. */
const later = async (ms: number) => {
  await service.moveClock(ms);
  await sweep();
};

describe('by the passing of time', () => {
  it('a client in care is asked every two weeks, counted from the beginning of care', async () => {
    await service.policy('fortnightly', {
      trigger: { kind: 'every-n-weeks', n: 2 },
      instrument: { url: phq9 },
    });
    const { client } = await service.inCare({ from: inDays(-10) });
    await sweep();
    expect(await service.told(client)).toEqual([]);
    await later(3 * day);
    expect(await service.told(client)).toEqual([]);
    await later(4 * day + hour);
    expect(await service.told(client)).toMatchObject([
      { what: 'request-issued', policy: 'fortnightly', sessionId: null, instrument: { url: phq9 } },
    ]);
    await later(17 * day);
    expect(await whats(client)).toEqual(['request-issued', 'request-expired']);
    await later(18 * day + hour);
    expect((await whats(client)).filter((what) => what === 'request-issued')).toHaveLength(2);
    // Months pass while nobody looks: one request, and not one for each time that was missed.
    await later(200 * day);
    expect((await whats(client)).filter((what) => what === 'request-issued')).toHaveLength(3);
  }, 60_000);

  it('a policy that asks less often than it did is not followed as it was', async () => {
    const { body } = await service.policy('less-often', {
      trigger: { kind: 'every-n-weeks', n: 2 },
      instrument: { url: phq9 },
    });
    const { client } = await service.inCare({ from: inDays(-10) });
    await sweep();
    const { code, version: _v, changedAt: _c, ...given } = body;
    const as = service.someone('admin');
    const trigger = { kind: 'every-n-weeks', n: 4 };
    await service.put(`/policies/${code}`, { as, match: '*', body: { ...given, trigger } });
    await sweep();
    await later(4 * day + hour);
    expect(await service.told(client)).toEqual([]);
    await later(18 * day + hour);
    expect(await whats(client)).toEqual(['request-issued']);
  }, 60_000);

  it('one whose care ends before is not, and neither is one who is erased', async () => {
    await service.policy('weekly', { trigger: { kind: 'every-n-weeks', n: 1 }, instrument: { url: phq9 } });
    const [ended, erased] = [
      await service.inCare({ from: inDays(-3) }),
      await service.inCare({ from: inDays(-3) }),
    ];
    await sweep();
    await service.happen(ended.care.ends(inDays(2)), personOf(erased.client, 'Sample Person').erased);
    await later(5 * day);
    expect(await service.told(ended.client)).toEqual([]);
    expect(await service.told(erased.client)).toEqual([]);
  }, 60_000);

  it('clients are asked at intake and at the end of care, once, and not by a handover', async () => {
    await service.policy('intake', { trigger: { kind: 'at-intake' }, instrument: { url: phq9 } });
    await service.policy('farewell', { trigger: { kind: 'at-end-of-care' }, delayHours: 24 });
    const { client, care } = await service.inCare({ from: inDays(1) });
    await later(2 * day);
    expect(await service.told(client)).toMatchObject([{ what: 'request-issued', policy: 'intake' }]);
    const next = careOf(client, { staffId: randomUUID(), from: inDays(10) });
    await service.happen(care.ends(inDays(9)), next.begins);
    await later(12 * day);
    expect(await whats(client)).toEqual(['request-issued', 'request-expired']);
    await service.happen(next.ends(inDays(20)));
    await later(20 * day + hour);
    expect(await whats(client)).toEqual(['request-issued', 'request-expired']);
    await later(21 * day + hour);
    expect((await service.told(client)).at(-1)).toMatchObject({ what: 'request-issued', policy: 'farewell' });
    await later(22 * day);
    expect(await whats(client)).toHaveLength(3);
  }, 60_000);

  it('at the end of care the team of the last therapist decides', async () => {
    await service.policy('all-say-farewell', { trigger: { kind: 'at-end-of-care' } });
    await service.policy('team-farewell', {
      ...{ trigger: { kind: 'at-end-of-care' }, scope: { kind: 'team', team: 'farewell-team' } },
    });
    const [ofTeam, other] = [await service.inCare(), await service.inCare()];
    const joins = personOf(ofTeam.therapist, 'A Therapist', 'staff').changed({ team: 'farewell-team' });
    await service.happen(joins, ofTeam.care.ends(inDays(1)), other.care.ends(inDays(1)));
    await later(day + hour);
    expect(await service.told(ofTeam.client)).toMatchObject([{ policy: 'team-farewell' }]);
    expect(await service.told(other.client)).toMatchObject([{ policy: 'all-say-farewell' }]);
  }, 60_000);

  it('a session is asked about after its delay, unless the policy is switched off meanwhile', async () => {
    const { body } = await service.policy('next-day', {
      ...{ trigger: { kind: 'after-every-session' }, delayHours: 24 },
    });
    const [one, other] = [await service.inCare(), await service.inCare()];
    await service.happen(sessionOf(one.client).completed());
    expect(await service.told(one.client)).toEqual([]);
    await later(25 * hour);
    expect(await whats(one.client)).toEqual(['request-issued']);
    await service.happen(sessionOf(other.client, { hoursAgo: -25 }).completed());
    const { code, version: _v, changedAt: _c, ...given } = body;
    const as = service.someone('admin');
    await service.put(`/policies/${code}`, { as, match: '*', body: { ...given, active: false } });
    await later(52 * hour);
    expect(await service.told(other.client)).toEqual([]);
  }, 60_000);
});

describe('what was answered before it was asked', () => {
  it('is not asked: by paper or by a code while the delay ran', async () => {
    await service.policy('delayed', { trigger: { kind: 'after-every-session' }, delayHours: 24 });
    const clients = [await service.inCare(), await service.inCare(), await service.inCare()];
    await service.happen(...clients.map(({ client }) => sessionOf(client).completed()));
    const [onPaper, byCode, unanswered] = clients as [Cared, Cared, Cared];
    const about = ({ client }: Cared) => ({ clientId: client, instrument: { url: alliance } });
    const as = (of: Cared) => ({ person: of.therapist, roles: ['therapist' as const] });
    const answers = allianceAnswers();
    const paper = { ...about(onPaper), answeredAt: new Date().toISOString(), answers };
    expect((await service.post('/responses/paper', { as: as(onPaper), body: paper })).status).toBe(201);
    const { link } = (await service.post('/requests', { as: as(byCode), body: about(byCode) })).body;
    const headers = { 'attune-link': String(link).split('#')[1]! };
    expect((await service.post('/check-in/responses', { headers, body: { answers } })).status).toBe(201);
    await later(25 * hour);
    expect(await whats(unanswered.client)).toEqual(['request-issued']);
    const policies = async ({ client }: Cared) => (await service.told(client)).map(({ policy }) => policy);
    expect([await policies(onPaper), await policies(byCode)]).toEqual([[], [undefined]]);
  }, 60_000);
});

describe('the narrowest scope', () => {
  it('decides: a team is asked otherwise than all, and one client of it not at all', async () => {
    await service.policy('all', { trigger: { kind: 'after-every-session' } });
    await service.policy('team', {
      trigger: { kind: 'after-every-session' },
      scope: { kind: 'team', team: 'day-clinic' },
      windowDays: 9,
    });
    const [usual, ofTeam, spared] = [await service.inCare(), await service.inCare(), await service.inCare()];
    const joins = (staff: string) => personOf(staff, 'A Therapist', 'staff').changed({ team: 'day-clinic' });
    await service.happen(joins(ofTeam.therapist), joins(spared.therapist));
    await service.policy('spared', {
      trigger: { kind: 'never' },
      scope: { kind: 'client', clientId: spared.client },
    });
    const clients = [usual, ofTeam, spared].map(({ client }) => client);
    await service.happen(...clients.map((client) => sessionOf(client).completed()));
    const policies = await Promise.all(
      clients.map(async (client) => (await service.told(client)).map(({ policy }) => policy)),
    );
    expect(policies).toEqual([['all'], ['team'], []]);
  }, 60_000);
});

describe('a request that is not answered', () => {
  const answer = async (client: string, requestId: string) => {
    const as = service.someone('operations');
    const { link } = (await service.post(`/requests/${requestId}/code`, { as })).body;
    const headers = { 'attune-link': String(link).split('#')[1]! };
    const body = { answers: allianceAnswers() };
    expect((await service.post('/check-in/responses', { headers, body })).status).toBe(201);
  };

  it('is reminded of at its hours, then expires; one that is answered is left in peace', async () => {
    await service.policy('reminded', {
      trigger: { kind: 'after-every-session' },
      reminderHours: [24, 48, 72],
    });
    const [silent, answering] = [await service.inCare(), await service.inCare()];
    await service.happen(sessionOf(silent.client).completed(), sessionOf(answering.client).completed());
    const [asked] = await service.told(answering.client);
    await later(23 * hour);
    expect(await whats(silent.client)).toEqual(['request-issued']);
    await later(25 * hour);
    expect((await service.told(silent.client)).at(-1)).toMatchObject({
      what: 'request-reminder-due',
      reminder: 1,
    });
    await answer(answering.client, asked!.requestId);
    // The second and the third come together where nobody has looked: one stands for both.
    await later(73 * hour);
    await later(74 * hour);
    expect((await service.told(silent.client)).at(-1)).toMatchObject({
      what: 'request-reminder-due',
      reminder: 2,
    });
    expect(await service.requests(silent.client)).toMatchObject([{ status: 'open', remindersSent: 0 }]);
    await later(97 * hour);
    await later(98 * hour);
    expect(await whats(silent.client)).toEqual([
      ...['request-issued', 'request-reminder-due', 'request-reminder-due', 'request-expired'],
    ]);
    expect(await service.requests(silent.client)).toMatchObject([{ status: 'expired' }]);
    expect(await whats(answering.client)).toEqual(['request-issued', 'request-reminder-due']);
  }, 60_000);

  it('and was made by a person expires as well, without reminders', async () => {
    const { client, therapist } = await service.inCare();
    const as = { person: therapist, roles: ['therapist' as const] };
    await service.post('/requests', { as, body: { clientId: client, instrument: { url: alliance } } });
    await later(8 * day);
    expect(await service.told(client)).toMatchObject([
      { what: 'request-issued', delivery: 'by-hand' },
      { what: 'request-expired', delivery: 'by-hand', reached: false },
    ]);
  }, 30_000);

  it('is not reminded of once care has ended', async () => {
    await service.policy('last', { trigger: { kind: 'after-every-session' }, reminderHours: [24] });
    const { client, care } = await service.inCare();
    await service.happen(sessionOf(client).completed(), care.ends(inDays(0.5)));
    await later(25 * hour);
    await later(5 * day);
    expect(await whats(client)).toEqual(['request-issued', 'request-expired']);
  }, 30_000);
});

it('two instances ask, remind and close once between them', async () => {
  await service.another();
  await service.policy('shared', {
    trigger: { kind: 'after-every-session' },
    delayHours: 1,
    reminderHours: [24],
  });
  const clients = await Promise.all(Array.from({ length: 20 }, () => service.inCare()));
  await service.happen(...clients.map(({ client }) => sessionOf(client).completed()));
  await service.moveClock(2 * hour);
  await eventually(
    async () => (await Promise.all(clients.map(({ client }) => whats(client)))).flat(),
    ({ length }) => length >= 20,
  );
  await service.moveClock(30 * hour);
  await Promise.all([sweep(), sweep()]);
  await service.moveClock(200 * hour);
  await Promise.all([sweep(), sweep()]);
  const all = await Promise.all(clients.map(({ client }) => whats(client)));
  for (const each of all) {
    expect(each).toEqual(['request-issued', 'request-reminder-due', 'request-expired']);
  }
}, 60_000);
