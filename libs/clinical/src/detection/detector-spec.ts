import type { CusumOptions } from '../statistics/cusum.ts';
import type { CutOffOptions } from '../statistics/cut-off.ts';
import type { EwmaOptions } from '../statistics/ewma.ts';
import type { ExpectedScoreOptions } from '../statistics/expected-score.ts';
import type { FallSinceLastOptions } from '../statistics/fall-since-last.ts';
import type { OwnBaselineOptions } from '../statistics/own-baseline.ts';
import type { ReliableChangeOptions } from '../statistics/reliable-change.ts';
import type { WesternElectricRule } from '../statistics/western-electric.ts';

type Kind<Name extends string, Options> = { readonly kind: Name } & Omit<Options, 'direction'>;

/** Individuals chart with limits from the first scores of a client. */
export interface IndividualsSpec {
  readonly kind: 'individuals';
  /** How many first scores set the limits, at least 2; 8 unless told. */
  readonly calibration?: number | undefined;
  readonly sigmas?: number | undefined;
  readonly rules?: readonly WesternElectricRule[] | undefined;
}

/** A detector and its parameters, as plain data. Which way is worse comes from the scale it looks at. */
export type DetectorSpec =
  | Kind<'absolute-cut-off', CutOffOptions>
  | Kind<'fall-since-last', FallSinceLastOptions>
  | Kind<'own-baseline', OwnBaselineOptions>
  | Kind<'expected-score', ExpectedScoreOptions>
  | Kind<'ewma', EwmaOptions>
  | Kind<'cusum', CusumOptions>
  | Kind<'reliable-change', Omit<ReliableChangeOptions, 'cutoff'>>
  | IndividualsSpec;

export type DetectorKind = DetectorSpec['kind'];
