import { z } from 'zod';

/** An IANA time zone that this machine knows. */
export const zoneSchema = z.string().max(64).refine(isZone, 'Name an IANA time zone, such as Europe/Berlin.');

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
