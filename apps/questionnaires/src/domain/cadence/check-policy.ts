import type { Mismatch } from '../mismatch.ts';
import type { Policy } from './policy.ts';

const hoursADay = 24;

/** What keeps a policy from being put in force: parts that do not go together. */
export function checkPolicy({ trigger, scope, reminderHours, windowDays }: Policy): Mismatch[] {
  const aboutSessions = ['after-every-session', 'every-nth-session', 'never'].includes(trigger.kind);
  return [
    ...(scope.kind === 'session-type' && !aboutSessions
      ? [{ pointer: '/scope', detail: 'A kind of session goes with a trigger that is a session.' }]
      : []),
    ...reminderHours.flatMap((hours, index) => {
      const before = reminderHours[index - 1] ?? 0;
      if (hours > before && hours < windowDays * hoursADay) return [];
      const detail = 'List reminders from early to late, inside of the time to answer.';
      return [{ pointer: `/reminderHours/${index}`, detail }];
    }),
  ];
}
