import { expect, test } from '@jest/globals';
import { topics } from '@attune/contracts';
import { eventLine } from './event-line.ts';
import { topicsMeant } from './events.command.ts';

const headers = {
  ce_time: '2026-11-23T10:00:00.000Z',
  ce_type: 'attune.scoring.response-scored.v1',
  ce_sequence: '0007',
};

test('a public event is one readable line', () => {
  const line = eventLine({ topic: 'attune.public.scores', key: 'c1', headers, value: '{"a":1}' });
  expect(line).toBe('2026-11-23T10:00:00.000Z  scoring.response-scored.v1  c1 #7  {"a":1}');
});

test('what an internal event carries is not shown', () => {
  const line = eventLine({ topic: 'attune.internal.people', key: 'p1', headers, value: '{"name":"Ada"}' });
  expect(line).not.toContain('Ada');
});

test('the last part of a topic is enough, and nothing typed means every public one', () => {
  expect(topicsMeant('scores')).toEqual(['attune.public.scores']);
  const open = topics.filter(({ visibility }) => visibility === 'public').map(({ name }) => name);
  expect(topicsMeant(undefined)).toEqual(open);
  expect(() => topicsMeant('nonsense')).toThrow('There is no topic nonsense');
});
