const dayMs = 86_400_000;

/** By how much the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function aheadOfUtc(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - at;
}

/**
 * When a calendar day, or one so many days later, begins in a zone, as an instant.
 * @param date as `2026-11-23`
 */
export function startOfDay(date: string, timeZone: string, daysLater = 0): string {
  const midnight = Date.parse(`${date}T00:00:00Z`) + daysLater * dayMs;
  const guess = midnight - aheadOfUtc(midnight, timeZone);
  // The clocks may be put forward or back between the two.
  return new Date(midnight - aheadOfUtc(guess, timeZone)).toISOString();
}
