import { severities, type Severity } from '@attune/clinical';
import { Temporal } from 'temporal-polyfill';

/** How a member of staff wants to hear of alerts. Safety is told at once, whatever is set here. */
export interface Preference {
  /** From this severity on an alert is told at once by email; null for never. */
  readonly immediateFrom: Severity | null;
  readonly digest: 'none' | 'daily' | 'weekly';
  /** Hour of the day, in the person's own zone, 0 to 23. */
  readonly digestHour: number;
}

export const usualPreference: Preference = { immediateFrom: 'high', digest: 'daily', digestHour: 8 };

export const tellsAtOnce = (
  { immediateFrom }: Preference,
  { concern, severity }: { readonly concern: string; readonly severity: Severity },
): boolean =>
  concern === 'safety' ||
  (immediateFrom !== null && severities.indexOf(severity) >= severities.indexOf(immediateFrom));

/** The first digest after an instant; null where none is wanted. A weekly one comes on Mondays. */
export function nextDigest({ digest, digestHour }: Preference, zone: string, after: Date): Date | null {
  if (digest === 'none') return null;
  const local = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone);
  for (let days = 0; days <= 8; days++) {
    const day = local.toPlainDate().add({ days });
    if (digest === 'weekly' && day.dayOfWeek !== 1) continue;
    const plainTime = Temporal.PlainTime.from({ hour: digestHour });
    const at = new Date(day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds);
    if (at > after) return at;
  }
  return null;
}
