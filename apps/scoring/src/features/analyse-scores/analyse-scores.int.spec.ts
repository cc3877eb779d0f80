import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { defaultRuleSet, type Rule } from '@attune/clinical';
import { rule, ruleSetActivated, ruleSetPublished } from '@attune/contracts';
import { append } from '@attune/messaging';
import type { Role } from '@attune/platform';
import { startService, type StartedService } from '@attune/testing';
import { ScoringModule } from '../../scoring.module.ts';

let service: StartedService;
beforeAll(async () => {
  service = await startService({ name: 'scoring', module: ScoringModule, broker: true });
}, 90_000);
afterAll(() => service.stop());

const analyse = (method: string, scores: unknown, options?: object, role: Role = 'therapist') =>
  service.post('/analyses', {
    as: { person: randomUUID(), roles: [role] },
    body: { method, scores, ...(options && { options }) },
  });
const indices = (body: { signals: { index: number }[] }) => body.signals.map(({ index }) => index);

describe('an analysis answers with statistics, limits and signals by zero-based index', () => {
  it('reliable change', async () => {
    const { status, body } = await analyse('reliable-change', [32.5, 47.5], {
      sd: 7.5,
      reliability: 0.8,
      confidence: 0.95,
      cutoff: 45,
      direction: 'higher-is-better',
    });
    expect([status, body]).toMatchObject([
      200,
      {
        method: 'reliable-change',
        outcome: 'computed',
        statistics: { change: 15, index: expect.closeTo(3.16, 2), class: 'recovered' },
        limits: { standardErrorOfDifference: expect.closeTo(4.74, 2) },
        signals: [{ index: 1 }],
      },
    ]);
  });

  it('clinical cut-offs', async () => {
    const clinical = { mean: 40, sd: 7.5 };
    const { body } = await analyse('clinical-cutoff', [49, 51], {
      clinical,
      normative: { mean: 60, sd: 7.5 },
    });
    expect(body).toMatchObject({ limits: { a: 55, b: 45, c: 50 }, signals: [{ index: 0 }] });
    const bare = { clinical, normative: { mean: 60, sd: 7.5 } };
    expect(await analyse('clinical-cutoff', undefined, bare)).toMatchObject({
      status: 200,
      body: { limits: { a: 55, b: 45, c: 50 }, signals: [] },
    });
  });

  it('individuals chart', async () => {
    const calm = [50, 51, 50, 49, 50, 51, 50, 49];
    const { body } = await analyse('individuals', [...calm, 40], { calibration: 8, sigmas: 3, rules: [1] });
    expect(body).toMatchObject({ limits: { centre: 50 }, signals: [{ index: 8, rule: 1, side: 'below' }] });
    expect((await analyse('individuals', calm)).body).toMatchObject({ outcome: 'computed', signals: [] });
  });

  it('EWMA', async () => {
    const { body } = await analyse('ewma', [51, 43.9], {
      target: 50,
      sd: 2,
      lambda: 1,
      sigmas: 3,
      exact: true,
    });
    expect([indices(body), body.statistics.points]).toMatchObject([[1], [{ value: 51 }, { value: 43.9 }]]);
  });

  it('CUSUM', async () => {
    const options = { target: 50, sd: 1, k: 0.5, h: 4 };
    expect(indices((await analyse('cusum', [45, 49.5, 49.5, 45], options)).body)).toEqual([0, 1, 2, 3]);
    const reset = await analyse('cusum', [45, 49.5, 49.5, 45], { ...options, reset: true });
    expect(indices(reset.body)).toEqual([0, 3]);
  });

  it('own baseline, fall and slope', async () => {
    expect(indices((await analyse('baseline', [48, 50, 52, 46])).body)).toEqual([3]);
    expect(indices((await analyse('fall', [50, 42, 35], { by: 8 })).body)).toEqual([1]);
    expect((await analyse('slope', [50, 47, 45, 41])).body).toMatchObject({
      statistics: { slope: -2.9 },
      signals: [{ index: 3 }],
    });
  });

  it('insufficient data, said plainly', async () => {
    expect(await analyse('baseline', [48, 50])).toMatchObject({
      status: 200,
      body: { method: 'baseline', outcome: 'insufficient-data', needed: 4, given: 2 },
    });
  });
});

describe('an analysis is refused by pointer', () => {
  it.each([
    ['an unknown method', 'oracle', [1, 2], {}, '/method'],
    ['an option out of its range', 'reliable-change', [1, 2], { sd: 0, reliability: 0.8 }, '/options/sd'],
    ['a missing option', 'cusum', [1, 2], { target: 3 }, '/options/sd'],
    ['no scores', 'fall', undefined, { by: 1 }, '/scores'],
    ['scores that are not numbers', 'fall', [1, 'two'], { by: 1 }, '/scores/1'],
    ['scores out of all proportion', 'fall', [1, 1e300], { by: 1 }, '/scores/1'],
    ['times that do not rise', 'slope', [3, 2, 1], { times: [0, 0, 1] }, '/options/times'],
    ['times that are all but one', 'slope', [3, 2, 1], { times: [0, 5e-324, 1e-323] }, '/options/times'],
    ['equal populations', 'clinical-cutoff', [], equal(), '/options/normative/mean'],
  ])('for %s', async (_what, method, scores, options, pointer) => {
    const { status, body } = await analyse(method, scores, options);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  function equal() {
    const population = { mean: 3, sd: 1 };
    return { clinical: population, normative: population };
  }
});

describe('a rule set on given numbers', () => {
  const scores = [50, 41, 30];
  const low = { ...defaultRuleSet.rules[0]!, code: 'low' };
  const own = { ...low, code: 'own', detector: { kind: 'own-baseline' as const } };
  const cut = (cutoff: number) => ({ ...low, detector: { kind: 'absolute-cut-off' as const, cutoff } });
  const publish = (name: string, version: number, some: Rule[]) => {
    const rules = some.map((each) => rule.parse(each));
    const publishedAt = new Date().toISOString();
    const data = { name, version, title: 'Some', rules, publishedAt };
    return ruleSetPublished.event({ key: name, subject: name, time: new Date(), data });
  };
  const activate = (name: string, version: number, activatedAt: string) =>
    ruleSetActivated.event({
      ...{ key: name, subject: name, time: new Date() },
      data: { name, version, activatedAt },
    });

  it('is not found before one is in force', async () => {
    expect((await analyse('rule-set', scores)).status).toBe(404);
  });

  it('is the one in force, or the newest of a name, and gives a reason for each alert', async () => {
    await service.db.asWorker((tx) =>
      append(
        tx,
        publish('first', 1, [cut(36)]),
        publish('second', 1, [cut(20)]),
        publish('second', 2, [cut(42)]),
        publish('two', 1, [cut(36), own, { ...own, code: 'other', instrument: 'https://example.org/two' }]),
        activate('second', 1, '2026-01-01T00:00:00.000Z'),
        activate('first', 1, '2026-01-02T00:00:00.000Z'),
      ),
    );
    await service.settled();
    const inForce = (await analyse('rule-set', scores)).body;
    expect(inForce).toMatchObject({
      limits: { ruleSet: 'first', version: 1 },
      signals: [{ index: 2, severity: 'high', reason: 'The score was rated 30, below the cut-off of 36.' }],
    });
    expect(indices((await analyse('rule-set', scores, { name: 'second' })).body)).toEqual([1, 2]);
    expect((await analyse('rule-set', scores, { name: 'third' })).status).toBe(404);
  });

  it('raises alerts as the platform does: one for scores that signal one after the other', async () => {
    const { body } = await analyse('rule-set', [50, 41, 40, 50, 30], { name: 'second' });
    expect(indices(body)).toEqual([1, 2, 4]);
    expect(body.statistics.alerts).toMatchObject([
      { index: 1, concern: 'alliance', scores: 2, reason: expect.stringContaining('41') },
      { index: 4, scores: 1 },
    ]);
  });

  it('is refused by pointer for scores that none of its rules looks at: they would look calm', async () => {
    for (const [pointer, options] of [
      ['/options/scale', { scale: 'bond' }],
      ['/options/instrument', { instrument: 'https://example.org/other' }],
    ] as const) {
      const refused = await analyse('rule-set', scores, options);
      expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([400, pointer]);
    }
  });

  it('looks at one instrument only: another one measures in another unit', async () => {
    const { body } = await analyse('rule-set', [11, 34], { name: 'two' });
    expect(body.signals.map((signal: { rules: string[] }) => signal.rules)).toEqual([['low'], ['low']]);
    expect(body.limits.instrument).toBe(defaultRuleSet.rules[0]!.instrument);
  });

  it('says which of its rules have too few scores yet, and insufficient data where all have', async () => {
    const own = { name: 'two', instrument: 'https://example.org/two' };
    expect(await analyse('rule-set', [50, 50], own)).toMatchObject({
      status: 200,
      body: { outcome: 'insufficient-data', needed: 4, given: 2 },
    });
    expect((await analyse('rule-set', [], { name: 'two' })).body).toMatchObject({ needed: 1, given: 0 });
    expect((await analyse('rule-set', [50, 50], { name: 'two' })).body).toMatchObject({
      outcome: 'computed',
      statistics: { insufficientData: [{ rule: 'own', needed: 4, given: 2 }] },
    });
  });
});

it('is open to everybody who is signed in, and to nobody else', async () => {
  expect((await analyse('fall', [2, 1], { by: 1 }, 'integrator')).status).toBe(200);
  expect((await service.post('/analyses', { body: { method: 'fall' } })).status).toBe(401);
});

it('refuses an option that it does not know, for it would have no effect, and one that is said twice', async () => {
  for (const [method, options] of [
    ['ewma', { target: 50, sd: 5, lamda: 0.1 }],
    ['baseline', { flor: 2 }],
    ['rule-set', { version: 1 }],
    ['individuals', { rules: [1, 1] }],
    ['reliable-change', { sd: 5e-324, reliability: 0.8 }],
  ] as const)
    expect([method, (await analyse(method, [50, 40, 30], options)).status]).toEqual([method, 400]);
});
