/** A wall clock's day and time as a field takes it: `2026-11-30T02:38`. */
export type WallTime = string;

/** What the clock of a zone shows at an instant; of this device where no zone is known. */
export function wallTimeOf(instant: Date, zone: string | null): WallTime {
  const shape = { dateStyle: 'short', timeStyle: 'medium' } as const;
  // Sweden writes dates as fields do.
  const told = new Intl.DateTimeFormat('sv-SE', { ...shape, ...(zone && { timeZone: zone }) }).format(
    instant,
  );
  return told.slice(0, 16).replace(' ', 'T');
}

/**
 * The instant at which the clock of a zone shows a time. Of an hour that the clock shows twice it is the later one;
 * a time that the clock leaves out is taken as if it had not.
 */
export function instantAt(entered: WallTime, zone: string | null): string {
  const wanted = Date.parse(`${entered}:00Z`);
  const shownAt = (ms: number) => Date.parse(`${wallTimeOf(new Date(ms), zone)}:00Z`);
  // The second look is for times beside a change of the clock, where the first finds the offset of the other side.
  const first = wanted - (shownAt(wanted) - wanted);
  return new Date(first - (shownAt(first) - wanted)).toISOString();
}
