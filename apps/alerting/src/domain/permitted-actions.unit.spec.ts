import { expect, it } from '@jest/globals';
import type { AlertStatus } from './alert.ts';
import { permittedActions } from './permitted-actions.ts';

const none = { acknowledge: false, resolve: false, reassign: false };
const clinical = { acknowledge: true, resolve: true, reassign: false };
const alert = (status: AlertStatus) => ({
  status,
  pinnedRecipientId: 'recipient',
  recipientId: 'recipient',
});

it.each([
  ['whoever was handed it', { id: 'recipient', roles: ['therapist'], treats: false }, clinical],
  ['whoever treats the client', { id: 'other', roles: ['therapist'], treats: true }, clinical],
  ['another therapist', { id: 'other', roles: ['therapist'], treats: false }, none],
  ['a supervisor who watches', { id: 'other', roles: ['supervisor'], treats: false }, none],
  ['the clinic lead', { id: 'other', roles: ['clinic-lead'], treats: false }, none],
  [
    'the clinic lead whom it has reached',
    { id: 'recipient', roles: ['clinic-lead'], treats: false },
    clinical,
  ],
  ['operations', { id: 'other', roles: ['operations'], treats: false }, { ...none, reassign: true }],
  ['an administrator', { id: 'other', roles: ['admin'], treats: false }, none],
])('%s may do what the table of access says', (_who, viewer, expected) => {
  expect(permittedActions(alert('open'), viewer)).toEqual(expected);
});

it('offers nothing that the state refuses', () => {
  const treating = { id: 'recipient', roles: ['therapist', 'operations'], treats: true };
  expect(permittedActions(alert('acknowledged'), treating)).toEqual({
    acknowledge: false,
    resolve: true,
    reassign: true,
  });
  expect(permittedActions(alert('resolved'), treating)).toEqual(none);
});
