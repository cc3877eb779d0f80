import type { Request } from './request.ts';

/** Answers to an instrument that came by another way than an open request: on paper, or by a link that was handed over. */
export interface AnsweredElsewhere {
  readonly sessionId: string | null;
  readonly answeredAt: string;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Whether the answers settle an open request for the same instrument, so that nobody is reminded of what was answered.
 * Those about a session settle what was asked about it. Those about none settle whatever was asked by then, and for a
 * day afterwards: paper is filled in before somebody marks the session as held, and its time is told by hand.
 */
export function settles(
  { sessionId, answeredAt }: AnsweredElsewhere,
  request: Pick<Request, 'sessionId' | 'issuedAt'>,
): boolean {
  if (sessionId !== null) return request.sessionId === sessionId;
  return Date.parse(request.issuedAt) <= Date.parse(answeredAt) + day;
}
