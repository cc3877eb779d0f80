import { i18n } from '@lingui/core';
import { msg, plural, t } from '@lingui/core/macro';
import type { CadencePolicy, Scope, Trigger } from '../../api/admin.ts';

/** "after every session", "every 4 weeks". */
export function triggerWords(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'after-every-session':
      return t`after every session`;
    case 'every-nth-session':
      return plural(trigger.n, { one: 'after every session', other: 'after every # sessions' });
    case 'at-intake':
      return t`at intake`;
    case 'every-n-weeks':
      return plural(trigger.n, { one: 'every week', other: 'every # weeks' });
    case 'at-end-of-care':
      return t`at the end of care`;
    case 'never':
      return t`never`;
  }
}

const scopes = {
  all: msg`all clients`,
  'session-type': msg`clients with one kind of session`,
  team: msg`clients of one team`,
  client: msg`one client`,
} as const;

export const scopeWords = (kind: Scope['kind']): string => i18n._(scopes[kind]);

/** Whom it asks, with the clinic's own word for the team or the kind of session. */
function whomWords(scope: Scope): string {
  if (scope.kind === 'team') return t`clients of the team ${scope.team}`;
  if (scope.kind === 'session-type') return t`clients with sessions of the kind ${scope.type}`;
  return scopeWords(scope.kind);
}

/**
 * The policy in a sentence.
 * @param name what the instrument is called
 */
export function policyWords(policy: CadencePolicy, name: string): string {
  const { trigger, scope, delayHours, windowDays, reminderHours } = policy;
  const [whom, when] = [whomWords(scope), triggerWords(trigger)];
  const days = plural(windowDays, { one: '# day', other: '# days' });
  const hours = hoursList(reminderHours);
  return [
    delayHours > 0
      ? t`${name}: asks ${whom} ${when}, ${delayHours} h later; ${days} to answer;`
      : t`${name}: asks ${whom} ${when}; ${days} to answer;`,
    reminderHours.length > 0 ? t`reminded after ${hours} h.` : t`not reminded.`,
  ].join(' ');
}

export const hoursList = (hours: readonly number[]): string => hours.join(', ');

/** Whole hours with commas between; null for anything else. */
export function readHours(text: string): number[] | null {
  if (text.trim() === '') return [];
  const hours = text.split(',').map((part) => (/^\s*\d{1,3}\s*$/.test(part) ? Number(part) : NaN));
  return hours.some((hour) => Number.isNaN(hour)) || hours.length > 3 ? null : hours;
}
