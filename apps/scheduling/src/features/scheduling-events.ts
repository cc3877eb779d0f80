import {
  careRelationshipEnded,
  careRelationshipStarted,
  clinicChanged,
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
import { clinicId, type Clinic } from '../domain/clinic.ts';
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

export function clinicEvent({ zone, workingHours, holidays }: Clinic, time: Date): EventToAppend {
  const hours = workingHours.map((each) => ({ ...each }));
  const data = {
    clinicId,
    zone,
    workingHours: hours,
    holidays: [...holidays],
    changedAt: time.toISOString(),
  };
  return clinicChanged.event({ key: clinicId, subject: clinicId, time, data });
}

export function bookedEvent(session: Session, time: Date, origin: Origin = 'here'): EventToAppend {
  return sessionBooked.event({ ...place(session), time, data: sessionData(session, origin) });
}

/** What an action on a session is called; `time` is when it happened. */
export function sessionEvent(
  action: SessionAction,
  session: Session,
  time: Date,
  origin: Origin = 'here',
): EventToAppend {
  const at = time.toISOString();
  const data = sessionData(session, origin);
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

/** Whether it happened before the clinic's records were taken over. */
type Origin = 'here' | 'imported';

function sessionData(
  { sessionId, clientId, therapistId, startsAt, endsAt, zone, type }: Session,
  origin: Origin,
) {
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return {
    sessionId,
    clientId,
    therapistId,
    ...times,
    zone,
    type,
    ...(origin === 'imported' && { imported: true }),
  };
}
