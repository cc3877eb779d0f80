import { randomUUID } from 'node:crypto';
import {
  alertRaised,
  alertResolved,
  careRelationshipEnded,
  careRelationshipStarted,
  personChanged,
  personErased,
  personRegistered,
  requestExpired,
  responseSubmitted,
  responseScored,
  sessionBooked,
  sessionCompleted,
  sessionMissed,
  sessionMissedUndone,
  scoreCorrected,
  scoreWithdrawn,
  type EventToAppend,
} from '@attune/contracts';

const alliance = { url: 'https://attune.example/instruments/attune-alliance-check-in', version: '1.0.0' };
const day = 86_400_000;
/** An instant so many days from now; negative ones have passed. */
export const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();
const now = () => new Date();

export interface Relationship {
  readonly staffId: string;
  readonly kind?: 'primary' | 'cover' | 'supervisor';
  readonly from: string;
  readonly to?: string | null;
}

/** What scheduling says about a client's care. */
export function careOf(clientId: string, { staffId, kind = 'primary', from, to = null }: Relationship) {
  const data = { careRelationshipId: randomUUID(), clientId, staffId, kind, from, to };
  const envelope = { key: clientId, subject: data.careRelationshipId };
  return {
    begins: careRelationshipStarted.event({ ...envelope, time: now(), data }) as EventToAppend,
    ends: (at: string): EventToAppend =>
      careRelationshipEnded.event({ ...envelope, time: now(), data: { ...data, to: at } }),
  };
}

/** What scoring says about one alliance total of a client, given so many days ago; of the check-in unless told. */
export function totalOf(clientId: string, value: number | null, daysAgo = 0, instrument = alliance) {
  const responseId = randomUUID();
  const at = inDays(-daysAgo);
  const scaleOf = (total: number | null) => ({
    ...{ scale: 'total', value: total, band: null, answered: 12, items: 12 },
    status: total === null ? ('not-scorable' as const) : ('scored' as const),
  });
  const about = { responseId, clientId, instrument };
  const envelope = { key: clientId, subject: responseId };
  const times = { answeredAt: at, submittedAt: inDays(0) };
  const scored = { ...about, ...times, scoreId: randomUUID(), sessionId: null, engine: 'test/1' };
  return {
    responseId,
    scored: responseScored.event({
      ...{ ...envelope, time: now() },
      data: { ...scored, scales: [scaleOf(value)] },
    }) as EventToAppend,
    /** The same response, scored otherwise. */
    corrected: (total: number | null): EventToAppend =>
      scoreCorrected.event({
        ...{ ...envelope, time: now() },
        data: { ...scored, scales: [scaleOf(total)], correctedAt: inDays(0) },
      }),
    withdrawn: scoreWithdrawn.event({
      ...{ ...envelope, time: now() },
      data: { ...about, withdrawnAt: inDays(0) },
    }) as EventToAppend,
  };
}

/** What scheduling says about a person. */
export function personOf(personId: string, name: string, kind: 'client' | 'staff' = 'client') {
  const { roles, ...example } = personRegistered.example;
  const data = { ...example, personId, name, kind, roles: kind === 'staff' ? ['therapist' as const] : roles };
  const envelope = { key: personId, subject: personId };
  return {
    registered: personRegistered.event({ ...envelope, time: now(), data }) as EventToAppend,
    erased: personErased.event({
      ...{ ...envelope, time: now() },
      data: { personId, kind, erasedAt: inDays(0) },
    }) as EventToAppend,
    changed: (change: Partial<typeof data>): EventToAppend =>
      personChanged.event({ ...envelope, time: now(), data: { ...data, ...change } }),
  };
}

/** What scheduling says about a session that begins in so many days. */
export function sessionOf(clientId: string, therapistId: string, days: number) {
  const [sessionId, startsAt] = [randomUUID(), inDays(days)];
  const endsAt = new Date(Date.parse(startsAt) + day / 24).toISOString();
  const data = { sessionId, clientId, therapistId, startsAt, endsAt, zone: 'Europe/Berlin' };
  const envelope = { key: clientId, subject: sessionId };
  return {
    startsAt,
    booked: sessionBooked.event({ ...envelope, time: now(), data }) as EventToAppend,
    completed: sessionCompleted.event({
      ...{ ...envelope, time: now() },
      data: { ...data, completedAt: endsAt },
    }) as EventToAppend,
    missed: sessionMissed.event({
      ...{ ...envelope, time: now() },
      data: { ...data, missedAt: endsAt },
    }) as EventToAppend,
    missUndone: sessionMissedUndone.event({
      ...{ ...envelope, time: now() },
      data: { ...data, undoneAt: inDays(0) },
    }) as EventToAppend,
  };
}

/** What questionnaires says about a request that was issued so many days ago. */
export function requestOf(clientId: string, daysAgo: number) {
  const [requestId, issuedAt] = [randomUUID(), inDays(-daysAgo)];
  const data = {
    requestId,
    clientId,
    instrument: alliance,
    sessionId: null,
    issuedAt,
    expiresAt: inDays(4 - daysAgo),
  };
  const responseId = randomUUID();
  const expired = (more: { readonly reached?: boolean } = {}) =>
    requestExpired.event({
      ...{ key: clientId, subject: requestId, time: now() },
      data: { ...data, expiredAt: data.expiresAt, ...more },
    }) as EventToAppend;
  return {
    requestId,
    /** As it was told before it was kept whether the client was reached. */
    expired: expired(),
    reached: expired({ reached: true }),
    notReached: expired({ reached: false }),
    answered: responseSubmitted.event({
      ...{ key: clientId, subject: responseId, time: now() },
      data: {
        ...{ responseId, requestId, clientId, sessionId: null, instrument: alliance, mode: 'link' },
        ...{ answeredAt: issuedAt, submittedAt: issuedAt },
      },
    }) as EventToAppend,
  };
}

/** What alerting says about an alert of a client. */
export function alertOf(clientId: string, severity: 'low' | 'medium' | 'high' = 'high') {
  const alertId = randomUUID();
  const data = { ...alertRaised.example, alertId, clientId, severity, signals: [] };
  const envelope = { key: clientId, subject: alertId };
  return {
    raised: alertRaised.event({ ...envelope, time: now(), data }) as EventToAppend,
    resolved: alertResolved.event({
      ...{ ...envelope, time: now() },
      data: { ...data, status: 'resolved', version: 2, by: null, outcome: 'withdrawn' },
    }) as EventToAppend,
  };
}
