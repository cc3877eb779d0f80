import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { messageWords } from './message-words.ts';

const message = {
  ...{ channel: null, reason: null, settledAt: null, dueAt: '2026-11-30T07:00:00Z' },
  status: 'waiting',
} as const;
const words = (change: object = {}) => messageWords({ ...message, ...change }, 'Europe/Berlin');

it('says until when a message waits, by the clock of the reader', () => {
  expect(words()).toMatch(/^Waits to be sent, 30 Nov 2026, 08:00/);
  expect(words({ reason: 'mail-server-unavailable' })).toMatch(/^Could not be sent yet; tried again/);
});

it('never says that something was sent which was not', () => {
  expect(words({ status: 'sent', channel: 'sms' })).toMatch(/^Sent by SMS/);
  expect(words({ status: 'withheld', reason: 'opted-out' })).toBe(
    'Nothing was sent: the client has stopped these messages.',
  );
  expect(words({ status: 'withheld', reason: 'no-consent' })).toMatch(/agreed to neither/);
  expect(words({ status: 'failed', reason: 'refused' })).toMatch(/has not got it/);
  expect(messageWords(undefined, null)).toMatch(/about to write/);
});
