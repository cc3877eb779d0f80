import { z } from 'zod';

export const id = z.uuid();
/** RFC 3339 in UTC, such as `2026-11-23T10:00:00.000Z`. */
export const instant = z.iso.datetime();
/** IANA time zone, such as `Europe/Berlin`. */
export const zone = z
  .string()
  .regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/)
  .max(64);
/** A short machine-readable word: kebab-case. */
export const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64);
/** A version of a rule set: `name@version`. */
export const ruleSetKey = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*@\d{1,6}$/)
  .max(72);
/** Name of an item inside an instrument. */
export const linkId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
/** An instrument's version: canonical url and version, as FHIR's `url|version`. */
export const instrument = z.object({
  url: z.url().max(255),
  version: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/),
});

export const exampleIds = {
  client: '0193a7c2-8a00-7000-8000-000000000001',
  therapist: '0193a7c2-8a00-7000-8000-000000000002',
  session: '0193a7c2-8a00-7000-8000-000000000003',
  request: '0193a7c2-8a00-7000-8000-000000000004',
  response: '0193a7c2-8a00-7000-8000-000000000005',
  score: '0193a7c2-8a00-7000-8000-000000000006',
  alert: '0193a7c2-8a00-7000-8000-000000000007',
  signal: '0193a7c2-8a00-7000-8000-000000000008',
  careRelationship: '0193a7c2-8a00-7000-8000-000000000009',
  supervisor: '0193a7c2-8a00-7000-8000-00000000000a',
  message: '0193a7c2-8a00-7000-8000-00000000000b',
} as const;

export const exampleInstrument = {
  url: 'https://attune.example/instruments/attune-alliance-check-in',
  version: '1.0.0',
} as const;
