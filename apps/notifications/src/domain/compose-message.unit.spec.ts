import { describe, expect, it } from '@jest/globals';
import { composeForClient, composeForStaff, composeShort, type ToClient } from './compose-message.ts';

const given: ToClient = {
  ...{ language: 'en', link: 'https://a.example/check-in/#secret', zone: 'Europe/Berlin' },
  ...{ optOutLink: 'https://a.example/stop', expiresAt: new Date('2026-11-27T11:00:00Z') },
  purpose: 'invitation',
};

describe('a message to a client', () => {
  it.each([
    ['en', 'ltr', 'A few short questions', 'Friday'],
    ['hi-IN', 'ltr', 'कुछ छोटे प्रश्न', 'शुक्रवार'],
    ['ar', 'rtl', 'بعض الأسئلة القصيرة', 'الجمعة'],
    ['xx', 'ltr', 'A few short questions', 'Friday'],
  ])('in %s', (language, direction, subject, day) => {
    const composed = composeForClient({ ...given, language });
    expect(composed.subject).toBe(subject);
    expect(composed.html).toContain(`dir="${direction}"`);
    expect(composed.text).toContain(day);
  });

  it('says until which hour the link opens, by the clock of the client', () => {
    const expiresAt = new Date('2026-12-04T01:34:08Z');
    const hours = ['en', 'hi', 'ar'].map((language) => composeForClient({ ...given, language, expiresAt }));
    expect(hours[0]?.text).toMatch(/opens until Friday, December 4, 2026 at 2:34\sAM\./);
    for (const { text, html } of hours)
      expect([text, html].every((each) => /[2٢]:[3٣][4٤]/.test(each))).toBe(true);
  });

  it('says nothing of how long it takes: that depends on what is asked', () => {
    for (const purpose of ['invitation', 'reminder'] as const) {
      expect(composeForClient({ ...given, purpose }).text).not.toMatch(/minute/);
    }
  });

  it('carries the link, a way to stop, and that nobody watches for emergencies, in words and in HTML', () => {
    const { text, html } = composeForClient(given);
    for (const each of [text, html]) {
      expect(each).toContain(given.link);
      expect(each).toContain(given.optOutLink);
      expect(each).toMatch(/Nobody watches this mailbox/);
    }
  });

  it('says of a reminder that it is one', () => {
    expect(composeForClient({ ...given, purpose: 'reminder' }).subject).toMatch(/still open/);
  });

  it('lets nothing in an address become HTML', () => {
    expect(composeForClient({ ...given, link: 'https://a.example/"><script>' }).html).not.toContain(
      '<script>',
    );
  });

  it('is short by SMS', () => {
    expect(composeShort(given)).toMatch(
      /^Your clinic .* https:\S+#secret Stop these messages: https:\S+stop$/,
    );
  });
});

describe('a message to staff', () => {
  it('names no client and no number', () => {
    const link = 'https://a.example';
    const alert = composeForStaff({ purpose: 'alert', link, escalated: true, safety: true });
    expect(alert.subject).toBe('Attune: please look today');
    expect(alert.text).toMatch(/has come up to you/);
    const digest = composeForStaff({ purpose: 'digest', link, waiting: 3, overdue: 1 });
    expect(digest.text).toMatch(/3 alerts wait for you, 1 of them past the time/);
    expect(composeForStaff({ purpose: 'digest', link, waiting: 1, overdue: 0 }).subject).toBe(
      'Attune: 1 alert waits for you',
    );
  });
});
