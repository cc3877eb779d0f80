import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { Care, CareKind } from '../../api/care.ts';
import { day } from '../../shell/formats.ts';

export const careKinds = {
  primary: msg`Treats`,
  cover: msg`Covers`,
  supervisor: msg`Supervises`,
} as const;
export const careKindWords = (kind: CareKind): string => i18n._(careKinds[kind]);

/** The role without which nobody takes a kind of care. */
export const roleForCare = { primary: 'therapist', cover: 'therapist', supervisor: 'supervisor' } as const;

/** Whether it lasts now, lies ahead or is over. */
export function careState({ from, to }: Pick<Care, 'from' | 'to'>, now: number): 'now' | 'ahead' | 'over' {
  if (to !== null && Date.parse(to) <= now) return 'over';
  return Date.parse(from) > now ? 'ahead' : 'now';
}

/** "since 3 Mar 2026, until 1 Apr 2026". */
export function careSpan({ from, to }: Pick<Care, 'from' | 'to'>, now: number, zone: string | null): string {
  const [first, last] = [day(from, zone), to === null ? null : day(to, zone)];
  switch (careState({ from, to }, now)) {
    case 'now':
      return last === null ? t`since ${first}` : t`since ${first}, until ${last}`;
    case 'ahead':
      return last === null ? t`from ${first}` : t`from ${first} until ${last}`;
    case 'over':
      return t`${first} to ${last ?? first}`;
  }
}
