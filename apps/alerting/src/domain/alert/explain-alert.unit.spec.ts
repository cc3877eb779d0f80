import { expect, it } from '@jest/globals';
import type { AttendanceSignal, Signal } from './signal.ts';
import { explainAlert } from './explain-alert.ts';

const signal = (change: Partial<Signal>): Signal => ({
  signalId: 's',
  rule: 'alliance-below-cut-off',
  severity: 'high',
  responseId: 'r',
  instrument: { url: 'u', version: '1' },
  scale: 'total',
  value: 30,
  threshold: 36,
  previous: null,
  reference: null,
  statistic: null,
  detector: 'absolute-cut-off',
  direction: 'higher-is-better',
  ruleSet: 'attune-default@1',
  detectedAt: new Date(0),
  withdrawn: false,
  ...change,
});
const fall = signal({
  rule: 'alliance-fall-since-last',
  detector: 'fall-since-last',
  threshold: 8,
  previous: 48,
  statistic: 18,
});

const said = (signals: Signal[]) => explainAlert({ concern: 'alliance', signals, attendance: [] });

it('says in one sentence what was seen, with the numbers', () => {
  expect(said([signal({}), fall])).toBe(
    'In the check-in that raised it the alliance was rated 30, below the cut-off of 36, and fell by 18 points, from 48 to 30 (a fall of 8 or more counts).',
  );
});

it('speaks of the latest response and counts the earlier ones', () => {
  expect(said([signal({ responseId: 'earlier', value: 35 }), fall])).toMatch(
    /fell by 18 points.*; 1 earlier check-in had signalled too\.$/,
  );
});

it('says the rating once where several rules look at it', () => {
  const expected = signal({ detector: 'expected-score', threshold: 41.5, reference: 48.5 });
  expect(said([signal({}), expected])).toBe(
    'In the check-in that raised it the alliance was rated 30, below the cut-off of 36, where about 48.5 was to be expected (below 41.5 counts).',
  );
});

it('names the measure of an outcome, each once where a response says something about several', () => {
  const change = signal({
    ...{ rule: 'outcome-worse', detector: 'reliable-change', direction: 'lower-is-better' },
    ...{ instrument: { url: 'https://attune.example/instruments/dass-21', version: '1' }, scale: 'anxiety' },
    ...{ value: 16, threshold: 5.6, reference: 0, statistic: 16 },
  });
  const cutOff = { ...change, detector: 'absolute-cut-off', threshold: 15 } as const;
  const told = explainAlert({
    concern: 'outcome',
    signals: [change, cutOff, { ...cutOff, scale: 'stress' }],
    attendance: [],
  });
  expect(told).toBe(
    'In the check-in that raised it the score of DASS-21 (anxiety) is 16 points higher than at the start (0), more than measurement error explains (5.6), and was rated 16, at or above the cut-off of 15; the score of DASS-21 (stress) was rated 16, at or above the cut-off of 15.',
  );
});

it('does not repeat what was taken back', () => {
  expect(said([signal({ withdrawn: true })])).toMatch(/^What this alert rested on does not stand any more/);
});

it('says of an answer about harm no more than is known: neither that it is the latest nor what was asked', () => {
  const risk = signal({ rule: 'risk-item', detector: 'risk-item', scale: 'risk' });
  const about = (signals: Signal[]) => explainAlert({ concern: 'safety', signals, attendance: [] });
  const sentence = 'An item about harm was answered in a way that counts as a risk';
  expect(about([risk])).toBe(`${sentence}: whatever the total, contact the client today.`);
  expect(about([risk, { ...risk, responseId: 'earlier' }])).toContain(`${sentence} in 2 questionnaires:`);
});

it('says how long somebody has not come or answered, by the newest of each kind', () => {
  const absence = {
    rule: 'r',
    severity: 'medium',
    subjectId: 's',
    detectedAt: new Date(0),
    withdrawn: false,
  } as const;
  const since = new Date('2026-11-02T10:00:00Z');
  const attendance: AttendanceSignal[] = [
    { ...absence, signalId: '1', kind: 'silence', count: 2, since } as const,
    { ...absence, signalId: '2', kind: 'silence', count: 3, since } as const,
    { ...absence, signalId: '3', kind: 'missed-sessions', count: 2, since } as const,
  ];
  const explain = (some: AttendanceSignal[]) =>
    explainAlert({ concern: 'attendance', signals: [], attendance: some });
  expect(explain(attendance)).toBe(
    'The client missed 2 sessions in a row since 2026-11-02 (UTC) and left 3 requests in a row unanswered since 2026-11-02 (UTC).',
  );
  expect(explain(attendance.map((each) => ({ ...each, withdrawn: true })))).toBe(
    'What this alert rested on was taken back.',
  );
});
