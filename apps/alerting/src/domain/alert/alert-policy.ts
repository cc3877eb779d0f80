import type { Concern, Severity } from '@attune/clinical';
import type { Deadline } from './set-deadlines.ts';
import { afterWorkingTime, type WorkingCalendar } from './working-time.ts';

/** How a provider wants alerts to be handled. A version never changes what happened under the one before. */
export interface AlertPolicy {
  /** Working hours of the clinic until an alert of this severity goes up; for safety hours by the clock. */
  readonly acknowledgeWithinHours: Readonly<Record<Severity | 'safety', number>>;
  readonly snooze: { readonly days: number; readonly times: number };
  /** How many requests in a row stay unanswered, or sessions missed, until it is an alert; null for never. */
  readonly silenceAfter: number | null;
  readonly missedSessionsAfter: number | null;
  /** Within how many scores after a rupture the alliance is expected back. */
  readonly repairWithin: number;
}

export const defaultAlertPolicy: AlertPolicy = {
  acknowledgeWithinHours: { high: 4, medium: 8, low: 24, safety: 1 },
  snooze: { days: 7, times: 3 },
  silenceAfter: 2,
  missedSessionsAfter: 2,
  repairWithin: 4,
};

const hourMs = 60 * 60 * 1000;

/** Safety never waits for working hours; everything else is counted in them. */
export function deadlineBy(policy: AlertPolicy, calendar: WorkingCalendar): Deadline {
  return ({ concern, severity }: { concern: Concern; severity: Severity }, from) => {
    const hours = policy.acknowledgeWithinHours;
    if (concern === 'safety') return new Date(from.getTime() + hours.safety * hourMs);
    return afterWorkingTime(from, hours[severity] * 60, calendar);
  };
}
