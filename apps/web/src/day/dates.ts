/** The calendar day so many days from another, as `2026-11-23`. */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** "Monday, 23 November 2026". */
export const dateWords = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${date}T12:00:00Z`),
  );

/** "09:00". */
export const clock = (instant: string, timeZone: string | null): string =>
  new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', ...(timeZone && { timeZone }) }).format(
    new Date(instant),
  );

/** "35 min", "20 h", "3 days": how long something took, in the largest unit that says enough. */
export function durationWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return 'under a minute';
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
