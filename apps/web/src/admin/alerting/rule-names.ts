import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { Rule } from '@attune/clinical';
import type { RuleSet } from '../../api/rule-sets.ts';
import { shippedName } from './draft-rules.ts';

/** Titles of what ships, told in the language of whoever reads them; a clinic's own titles stay as they were written. */
const shipped: readonly (readonly [RegExp, (a: string, b: string) => string])[] = [
  [/^Alliance total below (\d+)$/, (cutOff) => t`Alliance total below ${cutOff}`],
  [
    /^Alliance total well below what the client's own course leads to expect$/,
    () => t`Alliance total well below what the client's own course leads to expect`,
  ],
  [
    /^Alliance total of the short form below (\d+) \(carried over from the long form\)$/,
    (cutOff) => t`Alliance total of the short form below ${cutOff} (carried over from the long form)`,
  ],
  [
    /^Alliance total of the short form well below what the client's own course leads to expect \(carried over from the long form\)$/,
    () =>
      t`Alliance total of the short form well below what the client's own course leads to expect (carried over from the long form)`,
  ],
  [
    /^(\S+) below (\d+) \(carried over from the check-in\)$/,
    (measure, cutOff) => t`${measure} below ${cutOff} (carried over from the check-in)`,
  ],
  [
    /^(\S+) more than (\d+) SD below the client's own earlier mean$/,
    (measure, sds) => t`${measure} more than ${sds} SD below the client's own earlier mean`,
  ],
  [/^(\S+) reliably worse than at the start$/, (measure) => t`${measure} reliably worse than at the start`],
  [
    /^Low or falling alliance, and deterioration on an outcome measure$/,
    () => t`Low or falling alliance, and deterioration on an outcome measure`,
  ],
];

function told(title: string): string {
  for (const [pattern, words] of shipped) {
    const [, a = '', b = ''] = pattern.exec(title) ?? [];
    if (pattern.test(title)) return words(a, b);
  }
  return title;
}

/** A rule by what it says, wherever it is named. */
export const ruleName = ({ title }: Pick<Rule, 'title'>): string => told(title);

/** What raises alerts beside the rules: their codes stand where a rule's would. */
const lanes: Readonly<Record<string, MessageDescriptor>> = {
  'risk-item': msg`An answer about harm`,
  'sessions-missed': msg`Sessions missed in a row`,
  'requests-unanswered': msg`Check-ins unanswered in a row`,
};

/** The rule of this code as its set named it; null where the set is not known any more and so is no name. */
export function ruleOfCode(code: string, ruleSet: RuleSet | undefined): string | null {
  const lane = lanes[code];
  if (lane !== undefined && Object.hasOwn(lanes, code)) return i18n._(lane);
  const rule = ruleSet?.rules.find((one) => one.code === code);
  return rule ? ruleName(rule) : null;
}

type Named = Pick<RuleSet, 'name' | 'version' | 'title'>;

/** "Low or falling alliance, version 5": with its name in the API where another set would be called the same. */
export function setName({ name, version, title }: Named, all: readonly Named[]): string {
  const words = told(title);
  const alike = all.some(
    (other) => other.name !== name && other.version === version && other.title === title,
  );
  if (!alike) return t`${words}, version ${version}`;
  return name === shippedName
    ? t`${words}, version ${version} as it ships`
    : t`${words}, version ${version} of ${name}`;
}

export const setTitle = ({ title }: Pick<RuleSet, 'title'>): string => told(title);
