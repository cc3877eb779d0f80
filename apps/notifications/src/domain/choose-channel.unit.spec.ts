import { expect, it } from '@jest/globals';
import { chooseChannel, renewedConsent, wayBeside, type Recipient } from './choose-channel.ts';

const client: Recipient = {
  ...{ personId: 'p', kind: 'client', email: 'a@example.org', phone: '+49 30 1' },
  ...{ language: 'en', zone: 'UTC', consent: { email: true, sms: true }, optedOut: [] },
};

it.each([
  ['email first', {}, { channel: 'email' }],
  ['SMS where email was not agreed to', { consent: { email: false, sms: true } }, { channel: 'sms' }],
  ['SMS where email was stopped', { optedOut: ['email'] }, { channel: 'sms' }],
  ['SMS where there is no address', { email: null }, { channel: 'sms' }],
  ['nothing without consent', { consent: { email: false, sms: false } }, { withheld: 'no-consent' }],
  ['nothing where all was stopped', { optedOut: ['email', 'sms'] }, { withheld: 'opted-out' }],
  ['nothing without a contact', { email: null, phone: null }, { withheld: 'no-contact' }],
  [
    'email to staff whatever a client would be asked',
    { kind: 'staff', consent: { email: false, sms: false } },
    { channel: 'email' },
  ],
  ['nothing to staff without an address', { kind: 'staff', email: null }, { withheld: 'no-contact' }],
] as const)('%s', (_, change, expected) => {
  expect(chooseChannel({ ...client, ...change }, { sms: true })).toEqual(expected);
});

it('writes no SMS without a provider', () => {
  expect(chooseChannel({ ...client, email: null }, { sms: false })).toEqual({ withheld: 'no-contact' });
});

it('knows by which way somebody is still written to who stops one', () => {
  expect(wayBeside(client, 'email', { sms: true })).toBe('sms');
  expect(wayBeside(client, 'email', { sms: false })).toBeNull();
  expect(wayBeside({ ...client, optedOut: ['email'] }, 'sms', { sms: true })).toBeNull();
});

it('takes a consent for renewed that was not there before', () => {
  const [neither, email] = [
    { email: false, sms: false },
    { email: true, sms: false },
  ];
  expect(renewedConsent(neither, email)).toEqual(['email']);
  expect(renewedConsent(email, email)).toEqual([]);
  expect(renewedConsent(email, neither)).toEqual([]);
});
