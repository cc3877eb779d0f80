import {
  defaultRuleSet,
  scoreResponse,
  startWatch,
  watchAll,
  watchNext,
  type Instrument,
} from '../src/index.ts';
import { chance } from './random.ts';

const sessions = 200;
const rounds = 2_000;

const linkIds = Array.from({ length: 12 }, (_, index) => `item-${index + 1}`);
const instrument: Instrument = {
  url: 'https://example.org/twelve',
  version: '1',
  items: linkIds.map((linkId) => ({ linkId, min: 1, max: 5, reversed: false })),
  scales: [
    {
      ...{ code: 'total', items: linkIds, method: 'sum', bands: [], higherIsBetter: true },
      ...{ missing: { rule: 'none', prorate: false }, min: 12, max: 60 },
    },
  ],
};

/** How long scoring and the default rules take on a history of 200 sessions, from the beginning and from memory. */
export function speed(): string {
  const random = chance(1);
  const answers = linkIds.map((linkId) => ({ linkId, value: random.whole(3, 5) }));
  const history = Array.from({ length: sessions }, () => random.whole(36, 60));
  const rules = defaultRuleSet.rules.filter(({ concern }) => concern === 'alliance');
  const scoring = microseconds(() => scoreResponse(instrument, answers));
  const whole = microseconds(() => rules.map((rule) => watchAll(rule, history)));
  const watches = rules.map((rule) => watchAll(rule, history)[0]);
  const next = microseconds(() =>
    rules.map((rule, index) => watchNext(rule, watches[index] ?? startWatch(rule), 40)),
  );
  const say = (what: string, took: number) => `${what.padEnd(52)} ${took.toFixed(2).padStart(8)} µs`;
  return [
    say('score one response of 12 items', scoring),
    say(`all default rules on ${sessions} sessions, from the beginning`, whole),
    say('all default rules on one more session, from memory', next),
    say('score and all rules on the whole history', scoring + whole),
  ].join('\n');
}

/** Median of a few runs, in microseconds for each call. */
function microseconds(work: () => unknown): number {
  const runs = Array.from({ length: 7 }, () => {
    const began = performance.now();
    for (let round = 0; round < rounds; round += 1) work();
    return ((performance.now() - began) * 1_000) / rounds;
  }).toSorted((one, other) => one - other);
  return runs[3] ?? 0;
}
