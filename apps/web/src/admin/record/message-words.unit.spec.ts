import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { isToStaff, remarks, statusWords } from './message-words.ts';

const dueAt = '2026-11-30T08:00:00Z';
const remark = (status: string, reason: string | null) => remarks({ status, reason, dueAt }, 'UTC');

it.each([
  ...['no-consent', 'no-contact', 'opted-out', 'request-over', 'erased', 'nothing-to-say', 'person-unknown'],
  ...['refused-by-mail-server', 'mail-server-unavailable'],
  ...['no-sms-provider', 'refused-by-sms-provider', 'sms-provider-unavailable'],
])('%s is told in words', (reason) => {
  expect(remark('withheld', reason)).toMatch(/^(the|no|nothing|there) /);
});

it('what waits says when it is tried again', () => {
  expect(remark('waiting', null)).toBe('due 30 Nov 2026, 08:00');
  expect(remark('waiting', 'mail-server-unavailable')).toBe(
    'the mail server could not be reached; tried again 30 Nov 2026, 08:00',
  );
  expect(remark('sent', null)).toBe('–');
});

it('what is not known here is told by its code', () => {
  expect([remark('failed', 'carrier-pigeon-lost'), statusWords('constructor')]).toEqual([
    'carrier-pigeon-lost',
    'constructor',
  ]);
});

it.each([
  ['invitation', false],
  ['reminder', false],
  ['alert', true],
  ['digest', true],
])('what goes to staff: %s? %s', (purpose, staff) => {
  expect(isToStaff({ purpose })).toBe(staff);
});
