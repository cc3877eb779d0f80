import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { hoursOf, hoursText } from './hours-text.ts';

it('hours are written as they are read', () => {
  const hours = hoursOf('9:00 - 12:30, 13:30–18:00', 2);
  expect(hours).toEqual([
    { weekday: 2, from: '09:00', to: '12:30' },
    { weekday: 2, from: '13:30', to: '18:00' },
  ]);
  expect(hoursText([...(hours ?? [])].toReversed(), 2)).toBe('09:00–12:30, 13:30–18:00');
  expect(hoursText(hours ?? [], 3)).toBe('');
});

it('a closed day has none, and what cannot be read is not guessed', () => {
  expect([hoursOf(' ', 1), hoursOf('nine to five', 1), hoursOf('09:00–12:00, later', 1)]).toEqual([
    [],
    null,
    null,
  ]);
});
