import { append } from '@attune/messaging';
import type { Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { careAt } from '../../domain/cadence/care.ts';
import { nextReminder } from '../../domain/cadence/reminders.ts';
import { careOf } from '../../store/client-circumstances.store.ts';
import {
  expireRequests,
  markReminded,
  takeToRemind,
  type Reminded,
} from '../../store/sweep-request.store.ts';
import { expiredEvent, reminderDueEvent } from '../request-events.ts';

/** Reminders of requests that are still unanswered, and the end of the time to answer. */
@Injectable()
export class Remind {
  /** @returns how many requests were looked at */
  async some(tx: Transaction, now: Date, limit: number): Promise<number> {
    const due = await takeToRemind(tx, now, limit);
    if (due.length === 0) return 0;
    const care = await careOf(tx, [...new Set(due.map(({ request }) => request.clientId))]);
    // Whose care has ended is left in peace, unless that is what the request is about.
    const may = ({ request: { clientId }, occasion }: Reminded) =>
      occasion.startsWith('end:') || careAt(care.get(clientId) ?? [], now) !== 'ended';
    const reminded = due.filter(may);
    await markReminded(
      tx,
      due.map((each) => mark(each, may(each), now)),
    );
    append(tx, ...reminded.map(({ request }) => reminderDueEvent(request, request.remindersDue + 1, now)));
    return due.length;
  }

  /** @returns how many have expired */
  async expire(tx: Transaction, now: Date, limit: number): Promise<number> {
    const expired = await expireRequests(tx, now, limit);
    append(tx, ...expired.map((request) => expiredEvent(request, now)));
    return expired.length;
  }
}

function mark({ request, reminderHours }: Reminded, isReminded: boolean, now: Date) {
  const { requestId, remindersDue } = request;
  if (!isReminded) return { requestId, remindersDue, nextReminderAt: null };
  const times = { issuedAt: new Date(request.issuedAt), expiresAt: new Date(request.expiresAt) };
  return {
    requestId,
    remindersDue: remindersDue + 1,
    nextReminderAt: nextReminder(times, reminderHours, now),
  };
}
