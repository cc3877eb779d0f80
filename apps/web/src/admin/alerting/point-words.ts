import type { OperatingPoint } from '@attune/clinical';
import { t } from '@lingui/core/macro';
import { decimal, inARow } from '../../shell/formats.ts';
import { parameterOf } from './detector-parameters.ts';
import { ruleName } from './rule-names.ts';

/** A place on the curve, by what a score must be for its rules to speak. */
export function pointWords({ standardDeviations, rules }: OperatingPoint): string {
  const cutOff = rules
    .filter(({ detector: { kind } }) => kind === 'absolute-cut-off')
    .map(({ detector }) => parameterOf(detector, 'cutoff'))
    .find((number) => number !== null);
  const sds = decimal(standardDeviations);
  if (cutOff === undefined) return t`${sds} standard deviations below what is expected`;
  return t`Below ${decimal(cutOff)}, or ${sds} standard deviations below what is expected`;
}

/** Which rules it is about, by the names that they have at what is chosen, else as they ship. */
export function pointRules(points: readonly OperatingPoint[], chosen: number | undefined): string {
  const point =
    points.find(({ standardDeviations }) => standardDeviations === chosen) ??
    points.find(({ shipped }) => shipped);
  return inARow((point?.rules ?? []).map((rule) => `“${ruleName(rule)}”`));
}
