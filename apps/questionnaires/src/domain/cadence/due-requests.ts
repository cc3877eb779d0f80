import { treatment, type Care } from './care.ts';
import type { Policy, Trigger } from './policy.ts';

/** A session that took place, and which of the client's sessions it was, counted from 1. */
export interface CompletedSession {
  readonly sessionId: string;
  readonly type: string;
  readonly completedAt: Date;
  readonly number: number;
  readonly numberOfType: number;
}

export interface History {
  readonly clientId: string;
  readonly care: readonly Care[];
}

/** What can make requests due: a session, or the client's care as it is known now and the passing of time in it. */
export type Happening =
  | { readonly kind: 'session-completed'; readonly session: CompletedSession }
  | { readonly kind: 'care-goes-on' };

/** That a policy may have something to ask of a client at a time: whether it does is decided then. */
export interface PlannedRequest {
  readonly clientId: string;
  readonly policy: string;
  readonly trigger: Trigger['kind'];
  /** What it is about, so that nobody is asked about the same thing twice. */
  readonly occasion: string;
  readonly sessionId: string | null;
  readonly sessionType: string | null;
  readonly dueAt: Date;
}

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const week = 7 * day;
const plus = (at: Date, ms: number) => new Date(at.getTime() + ms);

/** Until when it makes sense to ask at all: later, the time to answer would have been over already. */
export const tooLateFrom = ({ windowDays }: Policy, dueAt: Date): Date => plus(dueAt, windowDays * day);

/** What comes due for a client because of what happened, at once or later. */
export function dueRequests(
  policies: readonly Policy[],
  history: History,
  happening: Happening,
  now: Date,
): PlannedRequest[] {
  const active = policies.filter(
    (policy) => policy.active && mayConcern(policy, history.clientId, happening),
  );
  const planned =
    happening.kind === 'session-completed'
      ? active.flatMap((policy) => afterSession(policy, history.clientId, happening.session))
      : active.flatMap((policy) => inCare(policy, history, now));
  const policyOf = new Map(active.map((policy) => [policy.code, policy]));
  return planned.filter(({ policy, dueAt }) => tooLateFrom(policyOf.get(policy) as Policy, dueAt) > now);
}

/** Teams are not looked at: a client may have another therapist by the time it is due. */
function mayConcern({ scope }: Policy, clientId: string, happening: Happening): boolean {
  if (scope.kind === 'client') return scope.clientId === clientId;
  if (scope.kind !== 'session-type') return true;
  return happening.kind === 'session-completed' && happening.session.type === scope.type;
}

function afterSession(policy: Policy, clientId: string, session: CompletedSession): PlannedRequest[] {
  const { trigger, scope } = policy;
  const number = scope.kind === 'session-type' ? session.numberOfType : session.number;
  const isDue =
    trigger.kind === 'after-every-session' ||
    (trigger.kind === 'every-nth-session' && number % trigger.n === 0);
  if (!isDue) return [];
  const { sessionId, type: sessionType, completedAt } = session;
  const occasion = `session:${sessionId}`;
  const dueAt = plus(completedAt, policy.delayHours * hour);
  return [{ clientId, policy: policy.code, trigger: trigger.kind, occasion, sessionId, sessionType, dueAt }];
}

function inCare({ code, trigger, delayHours }: Policy, { clientId, care }: History, now: Date) {
  const course = treatment(care);
  if (!course) return [];
  const at = (occasion: string, from: Date): PlannedRequest[] => [
    {
      ...{ clientId, policy: code, trigger: trigger.kind, occasion, sessionId: null, sessionType: null },
      dueAt: plus(from, delayHours * hour),
    },
  ];
  const { from, to } = course;
  if (trigger.kind === 'at-intake') return at(`intake:${from.toISOString()}`, from);
  if (trigger.kind === 'at-end-of-care' && to) return at(`end:${to.toISOString()}`, to);
  if (trigger.kind !== 'every-n-weeks') return [];
  const every = trigger.n * week;
  // The next one that lies ahead; what was missed meanwhile is not made up for.
  const passed = Math.floor((now.getTime() - delayHours * hour - from.getTime()) / every);
  const next = plus(from, Math.max(1, passed + 1) * every);
  return to === null || next < to ? at(`week:${next.toISOString()}`, next) : [];
}
