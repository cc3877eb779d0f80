import { describe, expect, it } from '@jest/globals';
import { alertNotice, clientNotice, concerns } from './notice.ts';

const alert = {
  alertId: 'a1',
  version: 3,
  recipientId: 'new',
  previousRecipientId: 'old',
  watcherIds: ['watcher'],
};
const therapist = (id: string) => ({ id, roles: ['therapist'] });

describe('a changed alert', () => {
  const { notice, audience } = alertNotice(alert);

  it('carries its id and version and nothing else', () => {
    expect(notice).toEqual({ kind: 'alert', id: 'a1', version: 3 });
  });

  it.each(['new', 'old', 'watcher'])('is told to the %s person', (id) => {
    expect(concerns(audience, therapist(id))).toBe(true);
  });

  it.each(['operations', 'clinic-lead'])('is told to everybody in %s', (role) => {
    expect(concerns(audience, { id: 'anyone', roles: [role] })).toBe(true);
  });

  it.each(['therapist', 'supervisor', 'integrator'])('is not told to another %s', (role) => {
    expect(concerns(audience, { id: 'other', roles: [role] })).toBe(false);
  });

  it('without a recipient is told to nobody by the name of null', () => {
    const waiting = alertNotice({ ...alert, recipientId: null, previousRecipientId: null, watcherIds: [] });
    expect(waiting.audience.people.size).toBe(0);
  });
});

describe('a changed client', () => {
  const { audience } = clientNotice('c1', 7, new Set(['mara']));

  it.each(['operations', 'clinic-lead'])('is told to %s', (role) => {
    expect(concerns(audience, { id: 'anyone', roles: [role] })).toBe(true);
  });

  it('is told to whoever treats them', () => {
    expect(concerns(audience, { id: 'mara', roles: ['therapist'] })).toBe(true);
  });

  it.each(['therapist', 'supervisor', 'admin', 'integrator'])('is not told to another %s', (role) => {
    expect(concerns(audience, { id: 'anyone', roles: [role] })).toBe(false);
  });
});
