import { expect, it } from '@jest/globals';
import { noticeOf as noticeAmong, type PublicEvent } from './notice-of.ts';

const noticeOf = (event: PublicEvent) =>
  noticeAmong(event, (clientId) => new Set([`who treats ${clientId}`]));

const alert = {
  alertId: 'a1',
  clientId: 'c1',
  version: 4,
  recipientId: 'new',
  watcherIds: ['w1'],
  status: 'open',
};

it('tells of an alert by its own version', () => {
  const told = noticeOf({ type: 'attune.alerting.alert-raised.v1', sequence: 9, data: alert });
  expect(told?.notice).toEqual({ kind: 'alert', id: 'a1', version: 4 });
  expect([...(told?.audience.people ?? [])]).toEqual(['new', 'w1']);
});

it('tells the one from whom an alert was taken', () => {
  const data = { ...alert, previousRecipientId: 'old' };
  const told = noticeOf({ type: 'attune.alerting.alert-rerouted.v1', sequence: 9, data });
  expect(told?.audience.people.has('old')).toBe(true);
});

it.each([
  'attune.scoring.response-scored.v1',
  'attune.scheduling.session-completed.v1',
  'attune.questionnaires.response-submitted.v1',
])('tells that the client changed: %s', (type) => {
  const told = noticeOf({ type, sequence: 9, data: { clientId: 'c1', value: 12 } });
  expect(told?.notice).toEqual({ kind: 'client', id: 'c1', version: 9 });
  expect([...(told?.audience.people ?? [])]).toEqual(['who treats c1']);
});

it.each([
  ['attune.alerting.alert-raised.v1', { clientId: 'c1' }],
  ['attune.alerting.alert-raised.v2', { alertId: 'a1', version: 'four' }],
  ['attune.scoring.response-scored.v1', { clientId: null }],
  ['attune.scoring.something-else.v1', {}],
])('says nothing about what it cannot read: %s %j', (type, data) => {
  expect(noticeOf({ type, sequence: 1, data })).toBeUndefined();
});
