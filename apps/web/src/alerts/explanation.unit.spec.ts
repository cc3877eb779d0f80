import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import type { Alert } from '../api/alerts.ts';
import { explainAlert } from './explanation.ts';

const signal = (detector: string, more: object = {}) => ({
  ...{ detector, direction: 'higher-is-better', responseId: 'r1', withdrawn: false },
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
    'Alliance in the latest check-in: 31, below the cut-off of 36; fell by 13, from 44 to 31 (a fall of 36 or more counts); 1 earlier check-in had signalled too',
  );
});

it('turns the words where higher is worse', () => {
  const worse = signal('absolute-cut-off', { direction: 'lower-is-better', value: 12, threshold: 10 });
  expect(told({ concern: 'outcome', signals: [worse] })).toBe(
    'Score in the latest check-in: 12, at or above the cut-off of 10',
  );
});

it('takes a second decimal where one would tell two numbers as the same', () => {
  const near = signal('absolute-cut-off', {
    ...{ value: 3.46, threshold: 3.5 },
    previous: null,
    reference: null,
  });
  expect(told({ signals: [near] })).toBe('Alliance in the latest check-in: 3.46, below the cut-off of 3.5');
});

it('never says what was answered about harm', () => {
  const risk = [signal('risk-item', { responseId: 'r0' }), signal('risk-item')];
  expect(told({ concern: 'safety', signals: risk })).toMatch(/contact the client today.*in 1 before it/);
});

it('says who is missed since when, and nothing that was taken back', () => {
  const since = '2026-11-02T10:00:00Z';
  const attendance = [
    { kind: 'silence', count: 2, since, withdrawn: true },
    { kind: 'missed-sessions', count: 3, since, withdrawn: false },
  ];
  expect(told({ concern: 'attendance', attendance })).toBe('3 sessions in a row missed since 2 Nov 2026');
  expect(told({ concern: 'attendance' })).toBe('What this alert rested on was taken back.');
});

it('leaves a detector of tomorrow to the words of the platform', () => {
  expect(told({ signals: [signal('of tomorrow')] })).toBe('as the platform says');
});
