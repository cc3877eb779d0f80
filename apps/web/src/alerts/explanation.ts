import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import { type DetectorKind, measureName } from '@attune/clinical';
import type { Absence, Alert, Signal } from '../api/alerts.ts';
import { day } from '../shell/formats.ts';

type Told = Pick<Alert, 'concern' | 'signals' | 'attendance' | 'explanation'>;

/**
 * Why the alert was raised, in one sentence: the platform's own in English, the same facts in another language. What
 * names a day is said here in every language: the platform does not know the reader's zone.
 */
export function explanationOf(alert: Told, zone: string | null): string {
  const asTold = i18n.locale === 'en' && alert.concern !== 'attendance';
  return asTold ? alert.explanation : explainAlert(alert, zone);
}

/** From the alert's facts alone; a detector that is not known here leaves the platform's own words. */
export function explainAlert(
  { concern, signals, attendance, explanation }: Told,
  zone: string | null,
): string {
  if (concern === 'attendance') return absent(attendance.filter(stands), zone);
  const standing = signals.filter(stands);
  const newest = standing.at(-1);
  if (!newest) {
    return t`What this alert rested on does not stand any more: answers were taken back or scored anew, or earlier ones came in.`;
  }
  const checkIns = new Set(standing.map(({ responseId }) => responseId)).size;
  if (concern === 'safety') return atRisk(checkIns);
  const clauses = standing
    .filter(({ responseId }) => responseId === newest.responseId)
    .map((signal) => phraseOf(signal.detector)?.(toldBy(signal)));
  if (clauses.some((clause) => clause === undefined)) return explanation;
  const seen = inOneBreath(
    clauses.filter((clause) => clause !== undefined),
    toldBy(newest).value,
  );
  const measure = measureName(newest.instrument.url, newest.scale);
  const sentence =
    concern === 'alliance'
      ? t`Alliance in the check-in that raised it: ${seen}`
      : t`${measure} in the check-in that raised it: ${seen}`;
  const earlier = checkIns - 1;
  const before = plural(earlier, {
    one: '# earlier check-in had signalled too',
    other: '# earlier check-ins had signalled too',
  });
  return earlier > 0 ? `${sentence}; ${before}` : sentence;
}

/** Clauses one after the other, the rating first; what several of them say is said once. */
function inOneBreath(clauses: readonly string[], value: string): string {
  const rating = new RegExp(`^${value.replace('.', '\\.')}[, ]+`);
  const [rated = [], others = []] = [true, false].map((begins) =>
    clauses.filter((clause) => rating.test(clause) === begins),
  );
  const said = rated.map((clause, index) => (index === 0 ? clause : clause.replace(rating, '')));
  return [...new Set([...said, ...others])].join('; ');
}

const phraseOf = (detector: string) => (detector in phrases ? phrases[detector as DetectorKind] : undefined);

const stands = ({ withdrawn }: { readonly withdrawn: boolean }) => !withdrawn;

function atRisk(checkIns: number): string {
  return checkIns > 1
    ? t`An item about harm was answered in a way that counts as a risk in ${checkIns} questionnaires: whatever the total, contact the client today.`
    : t`An item about harm was answered in a way that counts as a risk: whatever the total, contact the client today.`;
}

function absent(standing: readonly Absence[], zone: string | null): string {
  const newest = (['missed-sessions', 'silence'] as const).flatMap(
    (kind) => standing.findLast((signal) => signal.kind === kind) ?? [],
  );
  if (newest.length === 0) return t`What this alert rested on was taken back.`;
  const [first = '', second] = newest.map(({ kind, count, since }) => {
    const from = day(since, zone);
    return kind === 'silence'
      ? plural(count, {
          one: `left # request unanswered since ${from}`,
          other: `left # requests in a row unanswered since ${from}`,
        })
      : plural(count, {
          one: `missed # session since ${from}`,
          other: `missed # sessions in a row since ${from}`,
        });
  });
  return second === undefined ? t`The client ${first}.` : t`The client ${first}, and ${second}.`;
}

interface Numbers {
  readonly value: string;
  readonly threshold: string;
  readonly previous: string;
  readonly reference: string;
  readonly statistic: string;
  /** Whether worse means lower. */
  readonly down: boolean;
}

/** With one decimal at most, or two where two different numbers would read the same with one, or one would read as 0. */
function toldBy({ value, threshold, previous, reference, statistic, direction }: Signal): Numbers {
  const numbers = [value, threshold, previous, reference, statistic].filter((number) => number !== null);
  const tells = new Set(numbers.map((number) => rounded(number, 2)));
  const told = new Set(numbers.map((number) => rounded(number, 1)));
  const hidesSome = told.size < tells.size || (told.has(0) && !tells.has(0));
  const say = (number: number | null) => (number === null ? '?' : String(rounded(number, hidesSome ? 2 : 1)));
  return {
    ...{ value: say(value), threshold: say(threshold), previous: say(previous) },
    ...{ reference: say(reference), statistic: say(statistic) },
    down: direction === 'higher-is-better',
  };
}

// Adding 0 turns -0 into 0.
const rounded = (number: number, decimals: 1 | 2) => Math.round(number * 10 ** decimals) / 10 ** decimals + 0;

const phrases: Readonly<Record<DetectorKind, (numbers: Numbers) => string>> = {
  'absolute-cut-off': ({ value, threshold, down }) =>
    down
      ? t`${value}, below the cut-off of ${threshold}`
      : t`${value}, at or above the cut-off of ${threshold}`,
  'fall-since-last': ({ value, threshold, previous, statistic, down }) =>
    down
      ? t`fell by ${statistic}, from ${previous} to ${value} (a fall of ${threshold} or more counts)`
      : t`rose by ${statistic}, from ${previous} to ${value} (a rise of ${threshold} or more counts)`,
  'own-baseline': ({ value, threshold, reference, down }) =>
    down
      ? t`${value}, out of this client's usual range (own mean ${reference}; below ${threshold} counts)`
      : t`${value}, out of this client's usual range (own mean ${reference}; above ${threshold} counts)`,
  'expected-score': ({ value, threshold, reference, down }) =>
    down
      ? t`${value} where about ${reference} was to be expected (below ${threshold} counts)`
      : t`${value} where about ${reference} was to be expected (above ${threshold} counts)`,
  individuals: ({ value, threshold, reference, down }) =>
    down
      ? t`${value}, lower than chance explains beside the first check-ins (mean ${reference}; below ${threshold}, or a run on that side, counts)`
      : t`${value}, higher than chance explains beside the first check-ins (mean ${reference}; above ${threshold}, or a run on that side, counts)`,
  ewma: ({ threshold, statistic, reference, down }) =>
    down
      ? t`lower over several check-ins: weighted average ${statistic} where ${reference} was to be expected (below ${threshold} counts)`
      : t`higher over several check-ins: weighted average ${statistic} where ${reference} was to be expected (above ${threshold} counts)`,
  cusum: ({ threshold, statistic, reference, down }) =>
    down
      ? t`lower than to be expected for some time: what it lay below ${reference} adds up to ${statistic} (more than ${threshold} counts)`
      : t`higher than to be expected for some time: what it lay above ${reference} adds up to ${statistic} (more than ${threshold} counts)`,
  'reliable-change': ({ threshold, statistic, reference, down }) =>
    down
      ? t`${statistic} lower than at the start (${reference}), more than measurement error explains (${threshold})`
      : t`${statistic} higher than at the start (${reference}), more than measurement error explains (${threshold})`,
};
