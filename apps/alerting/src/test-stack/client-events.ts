import { randomUUID } from 'node:crypto';
import {
  careRelationshipEnded,
  careRelationshipStarted,
  responseScored,
  scoreWithdrawn,
  type EventToAppend,
} from '@attune/contracts';
import { alliance } from './alerting-service.ts';

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

/** What scoring says about one alliance total of a client, given so many days ago. */
export function totalOf(clientId: string, value: number | null, daysAgo = 0) {
  const responseId = randomUUID();
  const at = inDays(-daysAgo);
  const status = value === null ? ('not-scorable' as const) : ('scored' as const);
  const scale = { scale: 'total', value, band: null, answered: 12, items: 12, status };
  const about = { responseId, clientId, instrument: alliance };
  const envelope = { key: clientId, subject: responseId };
  const times = { answeredAt: at, submittedAt: inDays(0) };
  return {
    responseId,
    scored: responseScored.event({
      ...{ ...envelope, time: now() },
      data: { ...about, ...times, scoreId: randomUUID(), sessionId: null, scales: [scale], engine: 'test/1' },
    }) as EventToAppend,
    withdrawn: scoreWithdrawn.event({
      ...{ ...envelope, time: now() },
      data: { ...about, withdrawnAt: inDays(0) },
    }) as EventToAppend,
  };
}

/** Every order in which the events of two topics may arrive: each topic keeps its own. */
export function interleavings<T>(one: readonly T[], other: readonly T[]): T[][] {
  const [first, ...rest] = one;
  const [second, ...others] = other;
  if (first === undefined || second === undefined) return [[...one, ...other]];
  return [
    ...interleavings(rest, other).map((order) => [first, ...order]),
    ...interleavings(one, others).map((order) => [second, ...order]),
  ];
}
