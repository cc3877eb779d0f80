import {
  careRelationshipEnded,
  careRelationshipStarted,
  type EventToAppend,
  personChanged,
  personErased,
  personRegistered,
  sessionBooked,
  sessionCancelled,
  sessionCompleted,
  sessionMissed,
  sessionMissedUndone,
} from '@attune/contracts';
import type { CareRelationship } from '../domain/care-relationship.ts';
import type { RegisteredPerson } from '../domain/person.ts';
import type { Session, SessionAction } from '../domain/session.ts';
import { personSchema } from './register-people/person.schema.ts';

/** What the domain's facts are called in the contracts. */
export function personEvent(
  what: 'registered' | 'changed',
  person: RegisteredPerson,
  time: Date,
): EventToAppend {
  const contract = what === 'registered' ? personRegistered : personChanged;
  const data = personSchema.parse(person);
  return contract.event({ key: person.personId, subject: person.personId, time, data });
}

export function personErasedEvent({ personId, kind }: RegisteredPerson, time: Date): EventToAppend {
  const data = { personId, kind, erasedAt: time.toISOString() };
  return personErased.event({ key: personId, subject: personId, time, data });
}

export function careRelationshipEvent(
  what: 'started' | 'ended',
  relationship: CareRelationship,
  time: Date,
): EventToAppend {
  const contract = what === 'started' ? careRelationshipStarted : careRelationshipEnded;
  const { clientId: key, careRelationshipId: subject, from, to } = relationship;
  const data = { ...relationship, from: from.toISOString(), to: to?.toISOString() ?? null };
  return contract.event({ key, subject, time, data });
}

export function bookedEvent(session: Session, time: Date): EventToAppend {
  return sessionBooked.event({ ...place(session), time, data: sessionData(session) });
}

/** What an action on a session is called; `time` is when it happened. */
export function sessionEvent(action: SessionAction, session: Session, time: Date): EventToAppend {
  const at = time.toISOString();
  const data = sessionData(session);
  const of = { ...place(session), time };
  switch (action) {
    case 'complete':
      return sessionCompleted.event({ ...of, data: { ...data, completedAt: at } });
    case 'cancel':
      return sessionCancelled.event({ ...of, data: { ...data, cancelledAt: at } });
    case 'miss':
      return sessionMissed.event({ ...of, data: { ...data, missedAt: at } });
    case 'undo-miss':
      return sessionMissedUndone.event({ ...of, data: { ...data, undoneAt: at } });
  }
}

const place = ({ clientId, sessionId }: Session) => ({ key: clientId, subject: sessionId });

function sessionData({ sessionId, clientId, therapistId, startsAt, endsAt, zone }: Session) {
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return { sessionId, clientId, therapistId, ...times, zone };
}
