import { describe, expect, it } from '@jest/globals';
import { instantSchema, zoneSchema } from './calendar.schema.ts';

describe('a zone', () => {
  it.each(['Europe/Berlin', 'UTC', 'America/Port-au-Prince', 'Etc/GMT+5'])('may be %s', (zone) => {
    expect(zoneSchema.safeParse(zone).success).toBe(true);
  });

  // What a contract does not tell is not taken in: it would fail when the event is written.
  it.each(['+05:30', '-03', '+0530', 'Mars/Base', 'EST5EDT', '', 'x'.repeat(65)])('is not %p', (zone) => {
    expect(zoneSchema.safeParse(zone).success).toBe(false);
  });
});

describe('an instant', () => {
  it.each(['2026-11-30T10:00:00Z', '2026-11-30T10:00:00.5+14:00', '1900-01-01T00:00:00-12:00'])(
    'may be %s',
    (at) => {
      expect(instantSchema.safeParse(at).success).toBe(true);
    },
  );

  it.each([
    '2026-11-30T10:00:00+23:59',
    '2026-11-30T10:00:00-16:00',
    '0001-01-01T00:00:00Z',
    '2200-01-01T00:00:00Z',
    '2026-11-30',
  ])('is not %s', (at) => {
    expect(instantSchema.safeParse(at).success).toBe(false);
  });
});
