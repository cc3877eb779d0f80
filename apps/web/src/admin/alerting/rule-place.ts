import type { Rule } from '@attune/clinical';
import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { detectorKinds } from './detector-parameters.ts';
import { ruleName } from './rule-names.ts';

/** As the form calls them. */
const fields: Readonly<Record<string, MessageDescriptor>> = {
  title: msg`What it says`,
  severity: msg`Severity`,
  minimumHistory: msg`Speaks from score number`,
  instrument: msg`The instrument`,
  scale: msg`The scale`,
  direction: msg`Which way is better`,
  detector: msg`The numbers`,
};

/** Where in a set of rules something is wrong, by the name of the rule and of the field; undefined for elsewhere. */
export function rulePlace(rules: readonly Rule[], pointer: string): string | undefined {
  const [, of, index, field = '', parameter] = pointer.split('/');
  const rule = of === 'rules' && index !== undefined ? rules[Number(index)] : undefined;
  if (!rule) return undefined;
  const number = detectorKinds[rule.detector.kind].parameters.find((one) => one.field === parameter);
  const label = number?.label ?? (Object.hasOwn(fields, field) ? fields[field] : undefined);
  return label ? `${ruleName(rule)}: ${i18n._(label)}` : ruleName(rule);
}
