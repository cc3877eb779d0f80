import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import type { Alert } from '../api/alerts.ts';
import { explainAlert, explanationOf } from './explanation.ts';

const signal = (detector: string, more: object = {}) => ({
  ...{ detector, direction: 'higher-is-better', responseId: 'r1', withdrawn: false },
  ...{ instrument: { url: 'https://attune.example/instruments/phq-9' }, scale: 'total' },
  ...{ value: 31, threshold: 36, previous: 44, reference: 45.25, statistic: 13 },
  ...more,
});
const alert = (more: object) =>
  ({
    concern: 'alliance',
    signals: [],
    attendance: [],
    explanation: 'as the platform says',
    ...more,
  }) as unknown as Alert;
const told = (more: object) => explainAlert(alert(more), 'Europe/Berlin');

it('says what was seen in the newest check-in, with the numbers, and how often before', () => {
  const signals = [
    signal('ewma', { responseId: 'r0' }),
    signal('absolute-cut-off'),
    signal('fall-since-last'),
  ];
  expect(told({ signals })).toBe(
    'Alliance in the check-in that raised it: 31, below the cut-off of 36; fell by 13, from 44 to 31 (a fall of 36 or more counts); 1 earlier check-in had signalled too',
  );
});

it('turns the words where higher is worse', () => {
  const worse = signal('absolute-cut-off', { direction: 'lower-is-better', value: 12, threshold: 10 });
  expect(told({ concern: 'outcome', signals: [worse] })).toBe(
    'PHQ-9 in the check-in that raised it: 12, at or above the cut-off of 10',
  );
});

it('takes a second decimal where one would tell two numbers as the same', () => {
  const near = signal('absolute-cut-off', {
    ...{ value: 3.46, threshold: 3.5 },
    previous: null,
    reference: null,
  });
  expect(told({ signals: [near] })).toBe(
    'Alliance in the check-in that raised it: 3.46, below the cut-off of 3.5',
  );
});

it('never says what was answered about harm', () => {
  const risk = [signal('risk-item', { responseId: 'r0' }), signal('risk-item')];
  expect(told({ concern: 'safety', signals: risk })).toBe(
    'An item about harm was answered in a way that counts as a risk in 2 questionnaires: whatever the total, contact the client today.',
  );
});

it('says who is missed since when, and nothing that was taken back', () => {
  const since = '2026-11-02T10:00:00Z';
  const attendance = [
    { kind: 'silence', count: 2, since, withdrawn: true },
    { kind: 'missed-sessions', count: 3, since, withdrawn: false },
  ];
  expect(told({ concern: 'attendance', attendance })).toBe(
    'The client missed 3 sessions in a row since 2 Nov 2026.',
  );
  expect(told({ concern: 'attendance' })).toBe('What this alert rested on was taken back.');
});

it('says a day by the clock of whoever reads it, also where the platform has a sentence', () => {
  const since = '2026-11-02T23:30:00Z';
  const attendance = [{ kind: 'silence', count: 2, since, withdrawn: false }];
  expect(explanationOf(alert({ concern: 'attendance', attendance }), 'Europe/Berlin')).toBe(
    'The client left 2 requests in a row unanswered since 3 Nov 2026.',
  );
  expect(explanationOf(alert({ signals: [signal('absolute-cut-off')] }), 'Europe/Berlin')).toBe(
    'as the platform says',
  );
});

it('says a rating once where several rules look at it', () => {
  expect(told({ signals: [signal('absolute-cut-off'), signal('expected-score')] })).toMatch(
    /: 31, below the cut-off of 36; where about 45\.3/,
  );
});

it('begins with the rating, and says it and what two rules agree on once', () => {
  const signals = [
    signal('fall-since-last'),
    signal('expected-score'),
    signal('absolute-cut-off'),
    signal('absolute-cut-off'),
  ];
  expect(told({ signals })).toBe(
    'Alliance in the check-in that raised it: 31 where about 45.3 was to be expected (below 36 counts); below the cut-off of 36; fell by 13, from 44 to 31 (a fall of 36 or more counts)',
  );
});

it('names the client once who missed sessions and left requests unanswered', () => {
  const since = '2026-11-02T10:00:00Z';
  const attendance = [
    { kind: 'silence', count: 2, since, withdrawn: false },
    { kind: 'missed-sessions', count: 1, since, withdrawn: false },
  ];
  expect(told({ concern: 'attendance', attendance })).toBe(
    'The client missed 1 session since 2 Nov 2026, and left 2 requests in a row unanswered since 2 Nov 2026.',
  );
});

it('leaves a detector of tomorrow to the words of the platform', () => {
  expect(told({ signals: [signal('of tomorrow')] })).toBe('as the platform says');
});
