import { describe, expect, it } from '@jest/globals';
import { sampleAlert } from '../../test-stack/sample-alert.ts';
import type { Alert, AlertStatus } from './alert.ts';
import { acknowledge } from './change-alert.ts';
import { permittedActions } from './permitted-actions.ts';

const none = {
  ...{ acknowledge: false, start: false, snooze: false, resolve: false, reopen: false },
  ...{ undo: false, note: false, reassign: false },
};
const clinical = { ...none, acknowledge: true, start: true, snooze: true, resolve: true, note: true };
const alert = (status: AlertStatus, change: Partial<Alert> = {}) =>
  sampleAlert({ status, pinnedRecipientId: 'recipient', recipientId: 'recipient', ...change });

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
    ...clinical,
    acknowledge: false,
    reassign: true,
  });
  expect(permittedActions(alert('resolved'), treating)).toEqual({ ...none, reopen: true, note: true });
});

it('lets an answer be taken back by whoever gave it', () => {
  const treating = { id: 'recipient', roles: ['therapist'], treats: true };
  const { lastAnswer } = acknowledge(alert('open'), 'recipient', new Date(0)).alert;
  const seen = alert('acknowledged', { lastAnswer });
  expect(permittedActions(seen, treating).undo).toBe(true);
  expect(permittedActions(seen, { ...treating, id: 'other' }).undo).toBe(false);
  expect(permittedActions(seen, { ...treating, roles: ['operations'] }).undo).toBe(false);
});

it('never lets a matter of safety be put off', () => {
  const treating = { id: 'recipient', roles: ['therapist'], treats: true };
  expect(permittedActions(alert('open', { concern: 'safety' }), treating)).toEqual({
    ...clinical,
    snooze: false,
  });
});

describe('an alert that went up', () => {
  const to = (level: 'supervisor' | 'clinic-lead') =>
    alert('open', { watcherIds: ['watcher'], escalation: { level, at: new Date(0) } });
  const supervisor = { id: 'watcher', roles: ['supervisor'], treats: false };
  const lead = { id: 'lead', roles: ['clinic-lead'], treats: false };

  it('is answered by the supervisors of the care, and by no other', () => {
    expect(permittedActions(to('supervisor'), supervisor)).toEqual(clinical);
    expect(permittedActions(to('supervisor'), { ...supervisor, id: 'another' })).toEqual(none);
  });

  it('is answered by the clinic lead once it has come that far', () => {
    expect(permittedActions(to('supervisor'), lead)).toEqual(none);
    expect(permittedActions(to('clinic-lead'), lead)).toEqual(clinical);
  });
});
