export type SessionStatus = 'booked' | 'completed' | 'cancelled' | 'missed';
export type SessionAction = 'complete' | 'cancel' | 'miss' | 'undo-miss';

export interface Session {
  readonly sessionId: string;
  readonly clientId: string;
  readonly therapistId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** IANA time zone in which it is planned. */
  readonly zone: string;
  /** What the clinic calls this kind of session, such as `intake` or `group`. */
  readonly type: string;
  readonly status: SessionStatus;
  readonly version: number;
}

/** From where an action leads where. What is not here cannot be done; completed and cancelled are for good. */
export const transitions: Readonly<Record<SessionAction, Partial<Record<SessionStatus, SessionStatus>>>> = {
  complete: { booked: 'completed' },
  cancel: { booked: 'cancelled' },
  miss: { booked: 'missed' },
  'undo-miss': { missed: 'booked' },
};

export type Refusal = 'not-from-here' | 'not-begun';

/**
 * @param at now, by the platform's clock
 * @returns the session afterwards, or why not: a session cannot have taken place, or been missed, before it begins
 */
export function perform(session: Session, action: SessionAction, at: Date): Session | Refusal {
  const status = transitions[action][session.status];
  if (status === undefined) return 'not-from-here';
  if ((action === 'complete' || action === 'miss') && at < session.startsAt) return 'not-begun';
  return { ...session, status, version: session.version + 1 };
}
