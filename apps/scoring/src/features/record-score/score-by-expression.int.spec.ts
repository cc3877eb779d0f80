import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startService, type StartedService } from '@attune/testing';
import { ScoringModule } from '../../scoring.module.ts';
import { saveInstrument } from '../../store/instrument.store.ts';
import { RecordScore } from './record-score.handler.ts';

let service: StartedService;
beforeAll(async () => {
  service = await startService({ name: 'scoring', module: ScoringModule });
}, 90_000);
afterAll(() => service.stop());

const url = `https://example.org/${randomUUID()}`;
const linkIds = ['a', 'b'];
const options = [0, 1, 2].map((value) => ({ value, type: 'coding' as const, code: `c${value}` }));

async function scored(values: readonly (number | null)[]) {
  const clientId = randomUUID();
  const at = new Date().toISOString();
  const answers = {
    ...{ responseId: randomUUID(), clientId, instrument: { url, version: '1' }, sessionId: null },
    ...{ answeredAt: at, submittedAt: at },
    items: linkIds.map((linkId, index) => ({ linkId, value: values[index] ?? null })),
  };
  const submit = () => service.db.asWorker((tx) => service.app.get(RecordScore).submitted(tx, answers));
  await submit();
  const [event] = await service.published(clientId);
  return JSON.parse(event!.data).scales[0];
}

it('a response is scored by the expression of its questionnaire, and only when nothing is missing', async () => {
  const items = linkIds.map((linkId) => ({
    ...{ linkId, min: 0, max: 2, reversed: false },
    form: { linkId: `/${linkId}`, type: 'choice', within: ['g'], options },
  }));
  const expression = { text: '%resource.repeat(item).answer.weight().sum() * 10', variables: [] };
  const scale = { code: 'total', items: linkIds, method: 'sum', min: 0, max: 40 } as const;
  const bands = [{ code: 'high', from: 20, to: 40 }];
  const missing = { rule: 'none', prorate: false } as const;
  const scales = [{ ...scale, bands, missing, higherIsBetter: false, expression }];
  await service.db.asWorker((tx) => saveInstrument(tx, { url, version: '1', items, scales }));
  expect(await scored([2, 1])).toEqual({
    ...{ scale: 'total', value: 30, band: 'high', answered: 2, items: 2, status: 'scored' },
  });
  expect(await scored([2, null])).toMatchObject({ value: null, answered: 1, status: 'not-scorable' });
});
