import { expect, it } from '@jest/globals';
import type { ClientCourse, Series } from '../api/caseload.ts';
import { chartsOf } from './charts-of.ts';

const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();
const series = (instrumentUrl: string, scale: string, ...values: number[]): Series => ({
  ...{ instrumentUrl, scale, instrumentTitle: 'I', title: scale, min: 0, max: 60, higherIsBetter: true },
  points: values.map((value, index) => ({
    ...{ value, answeredAt: at(index + 1), responseId: `${scale}${index}`, sessionId: null },
  })),
});
const client = (...all: Series[]) =>
  ({ series: all, sessions: [], lastScore: { instrument: 'a', scale: 'total' } }) as unknown as ClientCourse;
const rule = (instrument: string, scale: string) => ({
  ...{ instrument, scale, detector: { kind: 'absolute-cut-off', cutoff: 30 } },
});

it('the alliance comes first, then what else its instrument says, and each sign is explained once', () => {
  const given = client(series('o', 'sum', 20, 40), series('a', 'bond', 40, 20), series('a', 'total', 40, 41));
  const { charts } = chartsOf(given, [], [rule('a', 'total'), rule('a', 'bond'), rule('o', 'sum')]);
  expect(charts.map(({ series: { scale }, explained }) => [scale, explained])).toEqual([
    ['total', ['cut-off']],
    ['bond', ['low']],
    ['sum', []],
  ]);
});

it('the time that is shown goes from the first answer on any scale to the last', () => {
  const { span } = chartsOf(client(series('a', 'total', 40), series('a', 'bond', 1, 2, 3)), [], []);
  expect(span).toEqual([Date.parse(at(1)), Date.parse(at(3))]);
  expect(chartsOf(client(), [], []).span).toBeNull();
});
