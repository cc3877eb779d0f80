import { zone as zoneName } from '@attune/contracts';
import { z } from 'zod';

/** An IANA time zone that this machine knows; an offset such as `+05:30` is none, for it knows no summer time. */
export const zoneSchema = zoneName.refine(isKnown, 'Name an IANA time zone, such as Europe/Berlin.');

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * An instant as somebody gives it, in RFC 3339 with an offset or `Z`. Nobody's records are older, no clock on earth is
 * further ahead or behind, and the database would not take either.
 */
export const instantSchema = z.iso
  .datetime({ offset: true })
  .refine((at) => at >= '1900' && at < '2200', 'Name a year from 1900 to 2199.')
  .refine((at) => !/[+-](1[5-9]|2\d):\d\d$/.test(at), 'Name an offset that a clock has: 14 hours at most.');
