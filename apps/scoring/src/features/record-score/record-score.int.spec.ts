import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startService, type StartedService } from '@attune/testing';
import { ScoringModule } from '../../scoring.module.ts';
import { correctInstrument, saveInstrument } from '../../store/instrument.store.ts';
import { KnownKeys } from './known-keys.ts';
import { RecordScore } from './record-score.handler.ts';

let service: StartedService;
beforeAll(async () => {
  service = await startService({ name: 'scoring', module: ScoringModule });
}, 90_000);
afterAll(() => service.stop());

const at = new Date().toISOString();
const linkIds = ['a', 'b', 'harm'];

/** Publishes an instrument of three items, the last about harm. */
async function publish(url: string = `https://example.org/${randomUUID()}`) {
  const items = linkIds.map((linkId) => ({
    ...{ linkId, min: 0, max: 3, reversed: false },
    ...(linkId === 'harm' && { risk: { atLeast: 1 } }),
  }));
  const total = { code: 'total', items: linkIds, method: 'sum', bands: [], min: 0, max: 9 } as const;
  const scales = [{ ...total, missing: { rule: 'none', prorate: false }, higherIsBetter: false } as const];
  await service.db.asWorker((tx) => saveInstrument(tx, { url, version: '1', items, scales }));
  return url;
}

function response(url: string, values: readonly number[]) {
  const ids = { responseId: randomUUID(), clientId: randomUUID(), instrument: { url, version: '1' } };
  const items = linkIds.map((linkId, index) => ({ linkId, value: values[index] ?? null }));
  const { app, db } = service;
  return {
    ...ids,
    submit: () =>
      db.asWorker((tx) =>
        app
          .get(RecordScore)
          .submitted(tx, { ...ids, sessionId: null, answeredAt: at, submittedAt: at, items }),
      ),
    republish: () =>
      db.asWorker((tx) =>
        app
          .get(RecordScore)
          .republished(tx, { ...ids, sessionId: null, answeredAt: at, submittedAt: at, items }),
      ),
    void: () => db.asWorker((tx) => app.get(RecordScore).voided(tx, { ...ids, voidedAt: at })),
    /** What scoring has told about it, in the order of each topic. */
    told: async () =>
      (await service.published(ids.clientId)).map(({ topic, type, data }) => ({
        topic,
        type: type.split('.').at(2),
        data: JSON.parse(data),
      })),
  };
}

describe('a submitted response', () => {
  it('is scored once, and told with its scales', async () => {
    const one = response(await publish(), [1, 2, 0]);
    await one.submit();
    await one.submit();
    expect(await one.told()).toMatchObject([
      {
        topic: 'attune.public.scores',
        type: 'response-scored',
        data: { responseId: one.responseId, scales: [{ scale: 'total', value: 3, answered: 3, items: 3 }] },
      },
    ]);
  });

  it('waits for its instrument, and is scored once that is known', async () => {
    const url = `https://example.org/${randomUUID()}`;
    const one = response(url, [1, 1, 0]);
    await expect(one.submit()).rejects.toMatchObject({ name: 'PrerequisiteMissing' });
    await publish(url);
    await one.submit();
    expect(await one.told()).toHaveLength(1);
  });

  it('is told without a total where an item is missing', async () => {
    const one = response(await publish(), [1]);
    await one.submit();
    expect((await one.told())[0]?.data.scales).toMatchObject([{ value: null, status: 'not-scorable' }]);
  });
});

describe('an answer about harm', () => {
  it('is flagged apart from the score and inside the platform, by its item alone', async () => {
    const one = response(await publish(), [0, 0, 1]);
    await one.submit();
    const [, flagged] = await one.told();
    expect(flagged).toMatchObject({ topic: 'attune.internal.risks', type: 'risk-flagged' });
    expect(flagged?.data).toMatchObject({ responseId: one.responseId, items: ['harm'] });
    expect(flagged?.data).not.toHaveProperty('value');
  });

  it('is not flagged when it says that there is none', async () => {
    const one = response(await publish(), [3, 3, 0]);
    await one.submit();
    expect((await one.told()).map(({ type }) => type)).toEqual(['response-scored']);
  });
});

describe('a voided response', () => {
  it('takes its score and its risk back, once', async () => {
    const one = response(await publish(), [1, 2, 3]);
    await one.submit();
    await one.void();
    await one.void();
    const types = (await one.told()).map(({ type }) => type);
    expect(types).toEqual(['response-scored', 'risk-flagged', 'score-withdrawn', 'risk-withdrawn']);
    const as = { person: randomUUID(), roles: ['operations' as const] };
    expect((await service.get(`/scores/by-response/${one.responseId}`, { as })).status).toBe(404);
  });

  it('that was never scored says nothing', async () => {
    const one = response(await publish(), [1, 2, 3]);
    await one.void();
    expect(await one.told()).toEqual([]);
  });
});

describe('a response that is scored again', () => {
  /** From now on item a counts the other way round. */
  async function correct(url: string) {
    const items = linkIds.map((linkId) => ({ ...{ linkId, min: 0, max: 3 }, reversed: linkId === 'a' }));
    const total = { code: 'total', items: linkIds, method: 'sum', bands: [], min: 0, max: 9 } as const;
    const scales = [{ ...total, missing: { rule: 'none', prorate: false }, higherIsBetter: false } as const];
    await service.db.asWorker((tx) => correctInstrument(tx, { url, version: '1', items, scales }, 1));
    service.app.get(KnownKeys).forget({ url, version: '1' });
  }

  const scores = async (one: ReturnType<typeof response>) =>
    (await one.told()).filter(({ topic }) => topic === 'attune.public.scores');

  /** What FHIR says of how it stands, and since when. */
  async function observed({ responseId }: ReturnType<typeof response>) {
    const as = { person: randomUUID(), roles: ['operations' as const] };
    const { body } = await service.get(`/fhir/Observation?response=${responseId}`, { as });
    const { status, issued } = body.entry[0].resource;
    return [status, issued];
  }

  it('by the same key says nothing', async () => {
    const one = response(await publish(), [0, 2, 0]);
    await one.submit();
    await one.republish();
    expect(await one.told()).toHaveLength(1);
  });

  it('by a corrected key is told once, with the key that made it', async () => {
    const url = await publish();
    const one = response(url, [0, 2, 0]);
    await one.submit();
    await correct(url);
    await one.republish();
    await one.republish();
    const [before, after, ...more] = await scores(one);
    expect(after).toMatchObject({
      type: 'score-corrected',
      data: { responseId: one.responseId, scales: [{ value: 5 }], scoreId: before!.data.scoreId },
    });
    expect(after!.data.keyHash).not.toBe(before!.data.keyHash);
    expect(more).toEqual([]);
    expect(await observed(one)).toEqual(['corrected', after!.data.correctedAt]);
  });

  it('by a key that knows no risk any more takes the risk back', async () => {
    const url = await publish();
    const one = response(url, [1, 2, 3]);
    await one.submit();
    await correct(url);
    await one.republish();
    const risks = (await one.told()).filter(({ topic }) => topic === 'attune.internal.risks');
    expect(risks.map(({ type }) => type)).toEqual(['risk-flagged', 'risk-withdrawn']);
  });

  it('by a key that finds a risk tells of it', async () => {
    const url = await publish();
    const one = response(url, [2, 2, 0]);
    await one.submit();
    await service.db.asWorker(async (tx) => {
      const items = linkIds.map((linkId) => ({
        ...{ linkId, min: 0, max: 3, reversed: false },
        ...(linkId === 'a' && { risk: { atLeast: 2 } }),
      }));
      await correctInstrument(tx, { url, version: '1', items, scales: await scalesOf(url) }, 1);
    });
    service.app.get(KnownKeys).forget({ url, version: '1' });
    await one.republish();
    expect((await one.told()).at(-1)).toMatchObject({ type: 'risk-flagged', data: { items: ['a'] } });
  });

  it('that comes out alike by the corrected key says nothing, and remembers the key', async () => {
    const url = await publish();
    const one = response(url, [1, 2, 0]);
    await one.submit();
    await service.db.asWorker(async (tx) => {
      const items = linkIds.map((linkId) => ({ linkId, min: 0, max: 3, reversed: false }));
      await correctInstrument(tx, { url, version: '1', items, scales: await scalesOf(url) }, 1);
    });
    service.app.get(KnownKeys).forget({ url, version: '1' });
    await one.republish();
    const [before, ...more] = await scores(one);
    expect(more).toEqual([]);
    const as = { person: randomUUID(), roles: ['operations' as const] };
    const { body } = await service.get(`/scores/by-response/${one.responseId}`, { as });
    expect(body.keyHash).not.toBe(before!.data.keyHash);
    expect(await observed(one)).toEqual(['final', at]);
  });

  it('is scored for the first time where it had not been, and left alone where it was voided', async () => {
    const url = await publish();
    const [fresh, voided] = [response(url, [1, 1, 0]), response(url, [1, 1, 0])];
    await fresh.republish();
    await voided.submit();
    await voided.void();
    await correct(url);
    await voided.republish();
    expect((await fresh.told()).map(({ type }) => type)).toEqual(['response-scored']);
    expect((await voided.told()).map(({ type }) => type)).not.toContain('score-corrected');
  });

  async function scalesOf(url: string) {
    const [row] = await service.database.query<{ definition: { scales: never[] } }>(
      'SELECT definition FROM instrument WHERE url = $1',
      [url],
    );
    return row!.definition.scales;
  }
});
