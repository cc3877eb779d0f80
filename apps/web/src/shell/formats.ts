import { t } from '@lingui/core/macro';
import { region } from '../language/language.ts';

const minute = 60_000;

/** Made once for each language, shape and zone: making one takes longer than a hundred dates. */
type Made =
  Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.NumberFormat | Intl.ListFormat | Intl.DisplayNames;
const made = new Map<string, Made>();
function kept<Format extends Made>(key: string, make: () => Format) {
  const found = made.get(key);
  if (found) return found as Format;
  const format = make();
  made.set(key, format);
  return format;
}

const shapes = {
  year: { year: 'numeric' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  dayAndTime: { weekday: 'short', hour: 'numeric', minute: '2-digit' },
} as const;

/** In the given zone or that of this device. */
function told(
  shape: keyof typeof shapes,
  instant: number | string,
  timeZone: string | null | undefined,
): string {
  const make = () => new Intl.DateTimeFormat(region(), { ...shapes[shape], ...(timeZone && { timeZone }) });
  return kept(`${region()} ${shape} ${timeZone ?? ''}`, make).format(new Date(instant));
}

/** How long ago, in the largest unit that fits. */
export function ago(instant: string, now: number): string {
  const relative = kept(region(), () => new Intl.RelativeTimeFormat(region(), { numeric: 'auto' }));
  const minutes = Math.round((new Date(instant).getTime() - now) / minute);
  if (Math.abs(minutes) < 1) return t`just now`;
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 24
    ? relative.format(hours, 'hour')
    : relative.format(Math.round(hours / 24), 'day');
}

/** A date as people of the clinic read it. */
export const day = (instant: string, timeZone?: string | null) => told('day', instant, timeZone);

/** The same in little room: the year only where it is another than now. */
export function shortDay(instant: string, now: number, timeZone?: string | null): string {
  const whole = day(instant, timeZone);
  const isThisYear = told('year', instant, timeZone) === told('year', now, timeZone);
  return isThisYear ? whole.replace(/ \d{4}$/, '') : whole;
}

export const moment = (instant: string, timeZone?: string | null) => told('moment', instant, timeZone);

/** A time of these days: "Tue, 13:00". */
export const dayAndTime = (instant: string, timeZone?: string | null) =>
  told('dayAndTime', instant, timeZone);

/** At most one decimal: a total with a missing item is extrapolated. */
export const tidy = (value: number) => Math.round(value * 10) / 10;

function number(value: number, decimals: Intl.NumberFormatOptions): string {
  const { minimumFractionDigits: least = 0, maximumFractionDigits: most = 0 } = decimals;
  const make = () => new Intl.NumberFormat(region(), decimals);
  return kept(`${region()} ${least} ${most}`, make).format(value);
}

/** A whole number with its thousands apart. */
export const whole = (value: number) => number(value, { maximumFractionDigits: 0 });

/** A number as it is known, with its thousands apart and at most one decimal. */
export const decimal = (value: number) => number(value, { maximumFractionDigits: 1 });

/** The same where numbers stand below each other: always with one decimal. */
export const fixed = (value: number) => number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Of fewer no share is told: one of one is no 100 %. */
export const fewest = 5;

/** "90 % of 1,234": a share of few says little, so what it is a share of stands beside it, and of very few only the counts. */
export const shareOf = (part: number, all: number) =>
  all < fewest ? t`${whole(part)} of ${whole(all)}` : t`${whole((part / all) * 100)} % of ${whole(all)}`;

/** "one, two and three". */
export const inARow = (some: readonly string[]) =>
  kept(`${region()} list`, () => new Intl.ListFormat(region(), { type: 'conjunction' })).format(some);

/** A language by its name in that of the reader; one that nobody knows by its tag. */
export function languageName(tag: string): string {
  const names = kept(`${region()} names`, () => new Intl.DisplayNames(region(), { type: 'language' }));
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
