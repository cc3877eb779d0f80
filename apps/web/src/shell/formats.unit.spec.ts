import '../language/in-english.ts';
import { i18n } from '@lingui/core';
import { expect, it } from '@jest/globals';
import {
  dayAndTime,
  decimal,
  fixed,
  inARow,
  languageName,
  moment,
  shareOf,
  shortDay,
  whole,
} from './formats.ts';

it('a short date tells the year only where it is another, in the zone that is asked for', () => {
  const now = Date.parse('2026-01-01T12:00:00Z');
  expect(shortDay('2026-11-23T12:00:00Z', now, 'Europe/Berlin')).toBe('23 Nov');
  expect(shortDay('2025-12-31T23:30:00Z', now, 'Europe/Berlin')).toBe('1 Jan');
  expect(shortDay('2025-12-31T22:30:00Z', now, 'Europe/Berlin')).toBe('31 Dec 2025');
});

it('the time of day has one shape, whatever stands before it', () => {
  const at = '2026-11-30T13:00:00Z';
  expect([dayAndTime(at, 'UTC'), moment(at, 'UTC')]).toEqual(['Mon 13:00', '30 Nov 2026, 13:00']);
  i18n.loadAndActivate({ locale: 'hi', messages: {} });
  expect(dayAndTime(at, 'UTC')).toMatch(/ 1:00 pm$/);
  expect(moment(at, 'UTC')).toMatch(/ 1:00 pm$/);
  i18n.activate('en');
});

it('a share says what it is of, and of few it is no percentage', () => {
  expect([shareOf(1111, 1234), shareOf(5, 5)]).toEqual(['90 % of 1,234', '100 % of 5']);
  expect([shareOf(1, 1), shareOf(0, 1), shareOf(3, 4)]).toEqual(['1 of 1', '0 of 1', '3 of 4']);
});

it('numbers have their thousands apart as the language has them, and no more decimals than tell something', () => {
  expect([whole(1234.6), whole(999)]).toEqual(['1,235', '999']);
  expect([decimal(31), decimal(31.25), decimal(1234.5)]).toEqual(['31', '31.3', '1,234.5']);
  expect([fixed(31), fixed(0.04)]).toEqual(['31.0', '0.0']);
  i18n.activate('hi');
  expect([whole(123_456), fixed(123_456)]).toEqual(['1,23,456', '1,23,456.0']);
  i18n.activate('en');
});

it('what stands in a row and what people speak are told as the language has them', () => {
  expect([inARow(['a', 'b', 'c']), inARow(['a'])]).toEqual(['a, b and c', 'a']);
  expect(['hi', 'de-AT', 'not a tag'].map(languageName)).toEqual(['Hindi', 'Austrian German', 'not a tag']);
});
