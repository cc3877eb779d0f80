import { settles, type AnsweredElsewhere } from '../answered-elsewhere.ts';
import { careAt, type Care } from './care.ts';
import { tooLateFrom, type PlannedRequest } from './due-requests.ts';
import { governing, type Policy } from './policy.ts';

/** What is known of a client when a planned request comes due. */
export interface ClientNow {
  /** False before the client is registered here, and after it was erased. */
  readonly known: boolean;
  readonly team: string | null;
  readonly care: readonly Care[];
  /** The instruments (by url) of which the client has an open request. */
  readonly open: ReadonlySet<string>;
  /** What the client answered lately about a session, on paper, or by a link that was handed over. */
  readonly answered: readonly (AnsweredElsewhere & { readonly url: string })[];
}

export type Decision =
  | { readonly what: 'issue'; readonly policy: Policy }
  /** Somebody or something is not known here yet: topics have no order among themselves. */
  | { readonly what: 'wait' }
  | {
      readonly what: 'drop';
      readonly why:
        | 'policy-gone'
        | 'another-governs'
        | 'too-late'
        | 'care-ended'
        | 'care-goes-on'
        | 'open-request'
        | 'answered';
    };

const hour = 60 * 60 * 1000;

const drop = (why: Extract<Decision, { what: 'drop' }>['why']): Decision => ({ what: 'drop', why });

/** Whether a request that was planned is made, by the policies and the client's circumstances as they are now. */
export function decideRequest(
  planned: PlannedRequest,
  policies: readonly Policy[],
  client: ClientNow,
  now: Date,
): Decision {
  const { clientId, sessionType, trigger } = planned;
  const policy = policies.find(({ code }) => code === planned.policy);
  if (!policy?.active || policy.trigger.kind !== trigger) return drop('policy-gone');
  // A question that belongs to no moment is asked late rather than not at all.
  if (trigger !== 'every-n-weeks' && tooLateFrom(policy, planned.dueAt) <= now) return drop('too-late');
  const care = careAt(client.care, now);
  if (!client.known || care === 'unknown') {
    return tooLateFrom(policy, planned.dueAt) > now ? { what: 'wait' } : drop('too-late');
  }
  const asked = { clientId, team: client.team, sessionType };
  if (!governing(policies, policy.instrument.url, asked).includes(policy)) return drop('another-governs');
  if (trigger === 'at-end-of-care' && care === 'running') return drop('care-goes-on');
  if (trigger !== 'at-end-of-care' && care === 'ended') return drop('care-ended');
  if (client.open.has(policy.instrument.url)) return drop('open-request');
  if (hasAnswered(planned, policy, client)) return drop('answered');
  return { what: 'issue', policy };
}

/** Whether the session was answered about while the delay ran: as if the request had been open from its end on. */
function hasAnswered(
  { sessionId, dueAt }: PlannedRequest,
  { instrument, delayHours }: Policy,
  { answered }: ClientNow,
): boolean {
  if (sessionId === null) return false;
  const asked = { sessionId, issuedAt: new Date(dueAt.getTime() - delayHours * hour).toISOString() };
  return answered.some((each) => each.url === instrument.url && settles(each, asked));
}
