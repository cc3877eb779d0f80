import { expect, it } from '@jest/globals';
import { quietUntil } from './quiet-hours.ts';

const night = { from: '21:00', to: '08:00' };
const until = (at: string, zone = 'Europe/Berlin', hours = night) =>
  quietUntil(new Date(at), zone, hours)?.toISOString() ?? null;

it.each([
  ['in the evening', '2026-11-23T20:30:00Z', '2026-11-24T07:00:00.000Z'],
  ['after midnight', '2026-11-24T03:00:00Z', '2026-11-24T07:00:00.000Z'],
  ['at the very end', '2026-11-24T07:00:00Z', null],
  ['by day', '2026-11-23T12:00:00Z', null],
  ['at the very beginning', '2026-11-23T20:00:00Z', '2026-11-24T07:00:00.000Z'],
  // The clocks go forward in the night of 29 March 2026.
  ['over the change of the clocks', '2026-03-28T21:00:00Z', '2026-03-29T06:00:00.000Z'],
])('%s', (_, at, expected) => {
  expect(until(at)).toBe(expected);
});

it('goes by the clock of the reader', () => {
  expect(until('2026-11-23T12:00:00Z', 'Asia/Kolkata')).toBeNull();
  expect(until('2026-11-23T16:00:00Z', 'Asia/Kolkata')).toBe('2026-11-24T02:30:00.000Z');
});

it('may lie within a day, or be none', () => {
  expect(until('2026-11-23T12:30:00Z', 'UTC', { from: '12:00', to: '14:00' })).toBe(
    '2026-11-23T14:00:00.000Z',
  );
  expect(until('2026-11-23T11:59:00Z', 'UTC', { from: '12:00', to: '14:00' })).toBeNull();
  expect(until('2026-11-23T12:30:00Z', 'UTC', { from: '12:00', to: '12:00' })).toBeNull();
});
