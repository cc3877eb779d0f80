import {
  defaultRuleSet,
  detectAll,
  scoreResponse,
  startWatch,
  watchAll,
  watchNext,
  type DetectorSpec,
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

/** One of each kind, with what it looks for by default. */
const detectors: readonly DetectorSpec[] = [
  { kind: 'absolute-cut-off', cutoff: 30 },
  { kind: 'fall-since-last', by: 8 },
  { kind: 'own-baseline' },
  { kind: 'expected-score', mean: 51.2, between: 5.9, within: 3.9 },
  { kind: 'individuals' },
  { kind: 'ewma', target: 51.2, sd: 7 },
  { kind: 'cusum', target: 51.2, sd: 7 },
  { kind: 'reliable-change', sd: 7, reliability: 0.91 },
];

/** How long scoring, the rules and all detectors take on a history of 200 sessions, from the beginning and from memory. */
export function speed(): string {
  const random = chance(1);
  const answers = linkIds.map((linkId) => ({ linkId, value: random.whole(3, 5) }));
  const history = Array.from({ length: sessions }, () => random.whole(36, 60));
  const rules = defaultRuleSet.rules.filter(({ instrument: url }) =>
    url.endsWith('/attune-alliance-check-in'),
  );
  const scoring = microseconds(() => scoreResponse(instrument, answers));
  const whole = microseconds(() => rules.map((rule) => watchAll(rule, history)));
  const watches = rules.map((rule) => watchAll(rule, history)[0]);
  const next = microseconds(() =>
    rules.map((rule, index) => watchNext(rule, watches[index] ?? startWatch(rule), 40)),
  );
  const all = microseconds(() =>
    detectors.map((detector) => detectAll(detector, 'higher-is-better', history)),
  );
  const say = (what: string, took: number) => `${what.padEnd(60)} ${took.toFixed(2).padStart(8)} µs`;
  return [
    say('score one response of 12 items', scoring),
    say(`the rules of the check-in on ${sessions} sessions, from the beginning`, whole),
    say('the rules of the check-in on one more session, from memory', next),
    say(`every detector there is on ${sessions} sessions, from the beginning`, all),
    say('score and every detector on the whole history', scoring + all),
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
