import { z } from 'zod';

/** The calendar by which days, weeks and months are told apart. */
export const zone = z
  .string()
  .max(64)
  .refine((name) => isZone(name), 'Name an IANA time zone, such as Europe/Berlin.');

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
