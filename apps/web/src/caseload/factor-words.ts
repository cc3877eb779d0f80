import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import type { Factor, Signs } from '../api/caseload.ts';
import { decimal, whole } from '../shell/formats.ts';

const dayMs = 86_400_000;

/** A sign of attrition in words: the platform's own in English, the same numbers in another language. */
export function factorWords(factor: Factor, client: Signs, now: number): string {
  return i18n.locale === 'en' ? factor.reason : (tell(factor.code, client, now) ?? factor.reason);
}

/** Undefined for a sign that is not known here. */
export function tell(
  code: string,
  { lastScore, missed, requests, lastContact, weeksInCare }: Signs,
  now: number,
): string | undefined {
  switch (code) {
    case 'weak-alliance':
      return lastScore ? halfWords(lastScore) : undefined;
    case 'falling-alliance':
      return lastScore?.change
        ? t`alliance fell by ${decimal(-lastScore.change)} since last time`
        : undefined;
    case 'missed-sessions':
      return [
        missed.inARow > 0
          ? plural(missed.inARow, { one: 'last session missed', other: 'last # sessions missed' })
          : '',
        missed.last90Days > missed.inARow ? t`${whole(missed.last90Days)} missed in 90 days` : '',
      ]
        .filter(Boolean)
        .join(', ');
    case 'silence':
      return t`last ${whole(requests.silent)} check-ins unanswered`;
    case 'no-recent-contact':
      return lastContact
        ? t`no contact for ${whole(Math.floor((now - Date.parse(lastContact)) / dayMs))} days`
        : t`no contact in ${whole(weeksInCare ?? 0)} weeks of care`;
    default:
      return undefined;
  }
}

/** Weak is the lower half, or the upper one of a scale on which more is worse. */
function halfWords({ value, min, max }: NonNullable<Signs['lastScore']>): string {
  const [said, least, most] = [decimal(value), decimal(min), decimal(max)];
  return value < (min + max) / 2
    ? t`alliance ${said}, lower half of ${least}–${most}`
    : t`alliance ${said}, upper half of ${least}–${most}`;
}
