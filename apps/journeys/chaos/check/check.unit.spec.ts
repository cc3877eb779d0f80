import { describe, expect, it } from '@jest/globals';
import type { Submission } from '../stream/patient.ts';
import { checkClient, type SeenClient } from './check-client.ts';
import { checkEvents, checkOrder, type Delivery } from './check-topics.ts';
import type { Rule } from '@attune/clinical';

const kinds = (findings: readonly { kind: string }[]) => findings.map(({ kind }) => kind);

const delivery = (sequence: number, id = `event-${sequence}`, subject = ''): Delivery => ({
  ...{ topic: 't', key: 'k', type: 'attune.scoring.response-scored.v1', id, sequence, subject },
});

describe('the order of first deliveries', () => {
  it.each([
    ['one after the other', [1, 2, 3], []],
    ['a repeat later on', [1, 2, 1, 3, 2], []],
    ['a number that never came', [1, 3], ['lost']],
    ['the last two changed', [1, 3, 2], ['reordered']],
    ['no first one', [2], ['lost']],
  ])('%s', (_title, sequences, expected) => {
    expect(kinds(checkOrder(sequences.map((sequence) => delivery(sequence))))).toEqual(expected);
  });

  it('finds two events with the same number', () => {
    expect(kinds(checkOrder([delivery(1), delivery(1, 'another')]))).toEqual(['doubled']);
  });

  it('keeps keys apart', () => {
    expect(checkOrder([delivery(1), { ...delivery(1), key: 'other' }, delivery(2)])).toEqual([]);
  });
});

const submission = (responseId: string, total: number, voided = false): Submission => ({
  ...{ clientId: 'c', responseId, submittedAt: '', total, voided },
});

describe('the events of a response', () => {
  const told: Delivery = {
    ...delivery(1),
    type: 'attune.questionnaires.response-submitted.v1',
    subject: 'r',
  };
  const scored = delivery(1, 'scored', 'r');

  it('are there once, however often they were delivered', () => {
    expect(checkEvents([told, scored, scored], [submission('r', 36)])).toEqual([]);
  });
  it('are missed', () => {
    expect(kinds(checkEvents([told], [submission('r', 36)]))).toEqual(['lost']);
  });
  it('are not told twice by different events', () => {
    const again = { ...scored, id: 'again' };
    expect(kinds(checkEvents([told, scored, again], [submission('r', 36)]))).toEqual(['doubled']);
  });
  it('belong to a response that was acknowledged', () => {
    expect(kinds(checkEvents([told, scored], []))).toEqual(['doubled', 'doubled']);
  });
});

describe('what became of a client', () => {
  const rules: Rule[] = [
    { code: 'low', ...about(), detector: { kind: 'absolute-cut-off', cutoff: 36 } },
    { code: 'fall', ...about(), detector: { kind: 'fall-since-last', by: 8 } },
  ];
  const submissions = [
    submission('a', 60),
    submission('b', 36),
    submission('c', 24),
    submission('d', 12, true),
  ];
  const signal = (
    rule: string,
    responseId: string,
    value: number,
    previous: number | null,
    withdrawn = false,
  ) => ({
    ...{ rule, responseId, value, previous, withdrawn },
  });
  const signals = [
    signal('fall', 'b', 36, 60),
    signal('low', 'c', 24, null),
    signal('fall', 'c', 24, 36),
    signal('low', 'd', 12, null, true),
    signal('fall', 'd', 12, 24, true),
  ];
  const alert = { alertId: 'x', concern: 'alliance', status: 'open', signals };
  const right: SeenClient = {
    ...{ clientId: 'c', scored: ['c', 'b', 'a'], alerts: [alert], course: ['a', 'b', 'c'], openAlerts: 1 },
  };
  const see = (change: Partial<SeenClient>) =>
    kinds(checkClient({ ...right, ...change }, submissions, rules));
  const withSignals = (changed: typeof signals) => see({ alerts: [{ ...alert, signals: changed }] });

  it('is right', () => {
    expect(see({})).toEqual([]);
  });
  it.each<[string, Partial<SeenClient>, string[]]>([
    ['a score is missing', { scored: ['a', 'b'] }, ['lost']],
    ['a score is there twice', { scored: ['a', 'b', 'c', 'c'] }, ['doubled']],
    ['a voided response is scored again', { scored: ['a', 'b', 'c', 'd'] }, ['doubled']],
    ['the caseload forgets an alert', { openAlerts: 0 }, ['lost']],
    ['the caseload keeps a closed alert', { openAlerts: 2 }, ['doubled']],
    ['the course is out of order', { course: ['b', 'a', 'c'] }, ['reordered']],
    [
      'two alerts are open',
      { alerts: [alert, { ...alert, alertId: 'y', signals: [] }], openAlerts: 2 },
      ['doubled'],
    ],
  ])('%s', (_title, change, expected) => {
    expect(see(change)).toEqual(expected);
  });
  it('a signal is missing', () => {
    expect(withSignals(signals.slice(1))).toEqual(['lost']);
  });
  it('a signal is attached twice', () => {
    expect(withSignals([...signals, ...signals.slice(0, 1)])).toEqual(['doubled']);
  });
  it('a signal rests on another order', () => {
    expect(withSignals([signal('fall', 'b', 36, 48), ...signals.slice(1)])).toEqual(['reordered']);
  });
  it('a signal of a voided response stands', () => {
    expect(withSignals([...signals.slice(0, 4), signal('fall', 'd', 12, 24)])).toEqual(['lost']);
  });

  function about() {
    const alliance = { concern: 'alliance', instrument: 'https://example.org/i', scale: 'total' } as const;
    return { ...alliance, title: 'A rule', severity: 'medium', direction: 'higher-is-better' } as const;
  }
});
