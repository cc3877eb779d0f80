import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { DetectorKind, DetectorSpec } from '@attune/clinical';

export interface Parameter {
  readonly field: string;
  readonly label: MessageDescriptor;
  /** It may be left out; the detector then has a usual value of its own. */
  readonly optional?: boolean;
  readonly step?: number;
}

interface Kind {
  readonly title: MessageDescriptor;
  readonly parameters: readonly Parameter[];
  /** What a rule of this kind begins with. */
  readonly begin: DetectorSpec;
}

const sds: Parameter = { field: 'sds', label: msg`Standard deviations worse`, optional: true, step: 0.1 };
const target: Parameter = { field: 'target', label: msg`Usual score` };
const sd: Parameter = { field: 'sd', label: msg`Standard deviation`, step: 0.1 };

/** The detectors, with the numbers that each is set by. */
export const detectorKinds: Readonly<Record<DetectorKind, Kind>> = {
  'absolute-cut-off': {
    title: msg`Beyond a cut-off`,
    parameters: [{ field: 'cutoff', label: msg`Cut-off` }],
    begin: { kind: 'absolute-cut-off', cutoff: 30 },
  },
  'fall-since-last': {
    title: msg`Fall since the last score`,
    parameters: [{ field: 'by', label: msg`At least this much worse` }],
    begin: { kind: 'fall-since-last', by: 8 },
  },
  'own-baseline': {
    title: msg`Below the client’s own baseline`,
    parameters: [
      sds,
      { field: 'minimum', label: msg`Scores needed`, optional: true },
      { field: 'floor', label: msg`Smallest standard deviation`, optional: true, step: 0.1 },
    ],
    begin: { kind: 'own-baseline', sds: 1.5, minimum: 4 },
  },
  'expected-score': {
    title: msg`Below what the own course leads to expect`,
    parameters: [
      sds,
      { field: 'mean', label: msg`Mean of first scores`, step: 0.1 },
      { field: 'between', label: msg`Spread between clients`, step: 0.1 },
      { field: 'within', label: msg`Spread within a client`, step: 0.1 },
      { field: 'drift', label: msg`Drift from score to score`, optional: true, step: 0.1 },
      { field: 'clip', label: msg`How much one score may move it`, optional: true, step: 0.1 },
    ],
    begin: { kind: 'expected-score', mean: 51.2, between: 5.9, within: 3.9, drift: 0, sds: 1.8, clip: 2 },
  },
  ewma: {
    title: msg`Slow decline (EWMA)`,
    parameters: [
      target,
      sd,
      { field: 'lambda', label: msg`Weight of the newest score`, optional: true, step: 0.05 },
      { field: 'sigmas', label: msg`Limits in standard deviations`, optional: true, step: 0.1 },
    ],
    begin: { kind: 'ewma', target: 50, sd: 5 },
  },
  cusum: {
    title: msg`Slow decline (CUSUM)`,
    parameters: [
      target,
      sd,
      { field: 'k', label: msg`Allowance in standard deviations`, optional: true, step: 0.1 },
      { field: 'h', label: msg`Limit in standard deviations`, optional: true, step: 0.1 },
    ],
    begin: { kind: 'cusum', target: 50, sd: 5 },
  },
  'reliable-change': {
    title: msg`Reliably worse than at the start`,
    parameters: [
      sd,
      { field: 'reliability', label: msg`Reliability of the scale`, step: 0.01 },
      { field: 'confidence', label: msg`Confidence`, optional: true, step: 0.01 },
    ],
    begin: { kind: 'reliable-change', sd: 6.1, reliability: 0.89 },
  },
  individuals: {
    title: msg`Chart of individual scores`,
    parameters: [
      { field: 'calibration', label: msg`First scores that set the limits`, optional: true },
      { field: 'sigmas', label: msg`Limits in standard deviations`, optional: true, step: 0.1 },
    ],
    begin: { kind: 'individuals', calibration: 8 },
  },
};

export const detectorTitle = (kind: DetectorKind): string => i18n._(detectorKinds[kind].title);

/** What a parameter is set to; null where it is left to the detector. */
export function parameterOf(detector: DetectorSpec, field: string): number | null {
  const value: unknown = Reflect.get(detector, field);
  return typeof value === 'number' ? value : null;
}

/** The detector with a parameter set otherwise, or left to the detector. */
export function withParameter(detector: DetectorSpec, field: string, value: number | null): DetectorSpec {
  const { [field]: _, ...rest } = detector as unknown as Record<string, unknown>;
  return (value === null ? rest : { ...rest, [field]: value }) as unknown as DetectorSpec;
}
