import { expect, test } from '@jest/globals';
import { waterfall } from './waterfall.ts';

const span = (service: string, name: string, startMs: number, durationMs: number) => ({
  service,
  name,
  traceId: 'abc',
  spanId: name,
  parentSpanId: null,
  startMs,
  durationMs,
  attributes: {},
});

test('spans stand below each other, each at its time', () => {
  const lines = waterfall([span('gateway', 'POST', 1_000, 10), span('scoring', 'score', 1_010, 10)]).split(
    '\n',
  );
  expect(lines[0]).toBe('trace abc: 20.0 ms, 2 spans');
  const [first, second] = lines.slice(2).map((line) => line.indexOf('█'));
  expect(second).toBe((first as number) + 20);
});
