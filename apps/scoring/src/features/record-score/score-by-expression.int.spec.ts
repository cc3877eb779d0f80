import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { responseScored, riskFlagged } from '@attune/contracts';
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

async function published(values: readonly (number | null)[], version = '1') {
  const clientId = randomUUID();
  const at = new Date().toISOString();
  const answers = {
    ...{ responseId: randomUUID(), clientId, instrument: { url, version }, sessionId: null },
    ...{ answeredAt: at, submittedAt: at },
    items: linkIds.map((linkId, index) => ({ linkId, value: values[index] ?? null })),
  };
  const submit = () => service.db.asWorker((tx) => service.app.get(RecordScore).submitted(tx, answers));
  await submit();
  return service.published(clientId);
}

async function scored(values: readonly (number | null)[]) {
  const [event] = await published(values);
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

it('a risk is flagged although an expression refuses the answers that it stands among', async () => {
  const items = linkIds.map((linkId) => ({
    ...{ linkId, min: 0, max: 2, reversed: false },
    ...(linkId === 'b' && { risk: { atLeast: 1 } }),
    form: { linkId: `/${linkId}`, type: 'choice', within: ['g'], options },
  }));
  const expression = {
    text: "iif(%resource.repeat(item).where(linkId='/b').answer.weight()=2, (1|2), 4)",
    variables: [],
  };
  const scale = { code: 'total', items: linkIds, method: 'sum', min: 0, max: 4 } as const;
  const missing = { rule: 'none', prorate: false } as const;
  const scales = [{ ...scale, bands: [], missing, higherIsBetter: false, expression }];
  await service.db.asWorker((tx) => saveInstrument(tx, { url, version: '2', items, scales }));
  const events = await published([1, 2], '2');
  expect(events.map(({ type }) => type)).toEqual([responseScored.type, riskFlagged.type]);
  expect(JSON.parse(events[0]!.data).scales[0]).toMatchObject({ value: null, status: 'not-scorable' });
  expect(JSON.parse(events[1]!.data).items).toEqual(['b']);
});
