import { msg } from '@lingui/core/macro';
import type { SessionAction, SessionStatus } from '../api/sessions.ts';

export const sessionStates = {
  booked: msg`booked`,
  completed: msg`held`,
  cancelled: msg`cancelled`,
  missed: msg`missed`,
} satisfies Record<SessionStatus, unknown>;

export const sessionActions = {
  complete: msg`Held`,
  miss: msg`No-show`,
  cancel: msg`Cancelled`,
  'undo-miss': msg`Not missed: booked again`,
} satisfies Record<SessionAction, unknown>;

/** What can be said of a session: one that lies ahead can only be cancelled. */
export function sayable(status: SessionStatus, startsAt: string, now: number): readonly SessionAction[] {
  if (status === 'missed') return ['undo-miss'];
  if (status !== 'booked') return [];
  return Date.parse(startsAt) <= now ? ['complete', 'miss', 'cancel'] : ['cancel'];
}
