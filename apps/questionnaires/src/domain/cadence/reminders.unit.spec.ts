import { expect, it } from '@jest/globals';
import { checkPolicy } from './check-policy.ts';
import { nextReminder } from './reminders.ts';
import { shippedPolicies } from './shipped-policies.ts';

const issuedAt = new Date('2026-11-23T11:00:00Z');
const request = { issuedAt, expiresAt: new Date('2026-11-27T11:00:00Z') };
const hours = [24, 48, 96];
const after = (count: number) => new Date(issuedAt.getTime() + count * 3_600_000);

it.each([
  ['as it is issued', 0, 24],
  ['at the first', 24, 48],
  ['when two were missed', 60, null],
])('the next reminder %s', (_when, passed, next) => {
  expect(nextReminder(request, hours, after(passed))).toEqual(next === null ? null : after(next));
});

it('what ships fits', () => {
  for (const policy of shippedPolicies) expect(checkPolicy(policy)).toEqual([]);
});

it('reminders go from early to late inside of the time to answer, and kinds of sessions with sessions', () => {
  const [policy] = shippedPolicies;
  const pointers = (more: object) => checkPolicy({ ...policy!, ...more }).map(({ pointer }) => pointer);
  expect(pointers({ reminderHours: [48, 24, 96] })).toEqual(['/reminderHours/1', '/reminderHours/2']);
  const scope = { kind: 'session-type', type: 'group' };
  expect(pointers({ scope })).toEqual([]);
  expect(pointers({ scope, trigger: { kind: 'at-intake' } })).toEqual(['/scope']);
});
