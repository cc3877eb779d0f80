import type { CadencePolicy, Trigger } from '../../api/admin.ts';

/** "after every session", "every 4 weeks". */
export function triggerWords(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'after-every-session':
      return 'after every session';
    case 'every-nth-session':
      return trigger.n === 1 ? 'after every session' : `after every ${trigger.n} sessions`;
    case 'at-intake':
      return 'at intake';
    case 'every-n-weeks':
      return trigger.n === 1 ? 'every week' : `every ${trigger.n} weeks`;
    case 'at-end-of-care':
      return 'at the end of care';
    case 'never':
      return 'never';
  }
}

const scopes = {
  all: 'all clients',
  'session-type': 'clients with one kind of session',
  team: 'clients of one team',
  client: 'one client',
} as const;
const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

/** The policy in a sentence. */
export function policyWords({
  trigger,
  scope,
  delayHours,
  windowDays,
  reminderHours,
  instrument,
}: CadencePolicy): string {
  const name = instrument.url.split('/').at(-1) ?? instrument.url;
  const later = delayHours > 0 ? `, ${delayHours} h later` : '';
  const reminded = reminderHours.length > 0 ? `reminded after ${hoursList(reminderHours)} h` : 'not reminded';
  return `${name}: asks ${scopes[scope.kind]} ${triggerWords(trigger)}${later}; ${days(windowDays)} to answer; ${reminded}.`;
}

export const hoursList = (hours: readonly number[]): string => hours.join(', ');

/** Whole hours with commas between; null for anything else. */
export function readHours(text: string): number[] | null {
  if (text.trim() === '') return [];
  const hours = text.split(',').map((part) => (/^\s*\d{1,3}\s*$/.test(part) ? Number(part) : NaN));
  return hours.some((hour) => Number.isNaN(hour)) || hours.length > 3 ? null : hours;
}
