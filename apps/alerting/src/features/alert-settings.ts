import type { Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { deadlineBy, defaultAlertPolicy, type AlertPolicy } from '../domain/alert/alert-policy.ts';
import type { Deadline } from '../domain/alert/set-deadlines.ts';
import type { WorkingCalendar } from '../domain/alert/working-time.ts';
import { findAlertPolicy, findCalendar } from '../store/alert-policy.store.ts';

/** What a clinic works that has not said so yet. */
export const usualCalendar: WorkingCalendar = {
  zone: 'UTC',
  workingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  holidays: [],
};

interface Settings {
  readonly policy: AlertPolicy;
  readonly deadline: Deadline;
}

/** Real milliseconds for which what was read is believed, so that no score waits for it. */
const believedMs = 5_000;

/** How the provider wants alerts handled, and when the clinic works. */
@Injectable()
export class AlertSettings {
  private known: { readonly settings: Settings; readonly readAt: number } | undefined;

  async read(tx: Transaction): Promise<Settings> {
    if (this.known && performance.now() - this.known.readAt < believedMs) return this.known.settings;
    const policy = (await findAlertPolicy(tx))?.policy ?? defaultAlertPolicy;
    const calendar = (await findCalendar(tx)) ?? usualCalendar;
    const settings = { policy, deadline: deadlineBy(policy, calendar) };
    this.known = { settings, readAt: performance.now() };
    return settings;
  }

  /** What was read is not to be believed any more. */
  forget(): void {
    this.known = undefined;
  }
}
