import {
  clinicalCutOff,
  cusum,
  ewma,
  fallSinceLast,
  individualsChart,
  ownBaseline,
  reliableChange,
  slope,
  type ClinicalCutOffOptions,
  type CusumOptions,
  type EwmaOptions,
  type FallSinceLastOptions,
  type IndividualsOptions,
  type InsufficientData,
  type OwnBaselineOptions,
  type ReliableChangeOptions,
  type SlopeOptions,
} from '@attune/clinical';

/** One method of change statistics on given numbers. */
export type Analysis = { readonly scores: readonly number[] } & (
  | { readonly method: 'reliable-change'; readonly options: ReliableChangeOptions }
  | { readonly method: 'clinical-cutoff'; readonly options: ClinicalCutOffOptions }
  | { readonly method: 'individuals'; readonly options?: IndividualsOptions | undefined }
  | { readonly method: 'ewma'; readonly options: EwmaOptions }
  | { readonly method: 'cusum'; readonly options: CusumOptions }
  | { readonly method: 'baseline'; readonly options?: OwnBaselineOptions | undefined }
  | { readonly method: 'fall'; readonly options: FallSinceLastOptions }
  | { readonly method: 'slope'; readonly options?: SlopeOptions | undefined }
);

/** What every method answers with: its statistics, the limits it applied, and where it speaks. */
export type Analysed =
  | InsufficientData
  | {
      readonly outcome: 'computed';
      /** Those that were given, and what was used for those that were not. */
      readonly options: Readonly<Record<string, unknown>>;
      readonly statistics: Readonly<Record<string, unknown>>;
      readonly limits: Readonly<Record<string, unknown>>;
      readonly signals: readonly { readonly index: number }[];
    };

/** @throws InvalidOption when an option lies outside of its range */
export function analyse(analysis: Analysis): Analysed {
  const result = compute(analysis);
  if (result.outcome === 'insufficient-data') return result;
  const { outcome, limits, signals, ...statistics } = result;
  const options = { ...unlessTold[analysis.method], ...analysis.options };
  return { outcome, options, statistics, limits: { ...limits }, signals };
}

const better = { direction: 'higher-is-better' } as const;

/** What each method uses for options that are not given; a test holds it against the methods themselves. */
const unlessTold: Readonly<Record<Analysis['method'], Readonly<Record<string, unknown>>>> = {
  'reliable-change': { confidence: 0.95, cutoff: null, ...better },
  'clinical-cutoff': {},
  individuals: { calibration: null, sigmas: 3, rules: [1, 2, 3, 4] },
  ewma: { lambda: 0.2, sigmas: 3, exact: true },
  cusum: { k: 0.5, h: 5, reset: false },
  baseline: { sds: 1.5, minimum: 4, floor: 0, ...better },
  fall: better,
  slope: { times: null, sigmas: 2, ...better },
};

function compute(analysis: Analysis) {
  const { scores } = analysis;
  switch (analysis.method) {
    case 'reliable-change':
      return reliableChange(scores, analysis.options);
    case 'clinical-cutoff':
      return clinicalCutOff(scores, analysis.options);
    case 'individuals':
      return individualsChart(scores, analysis.options);
    case 'ewma':
      return ewma(scores, analysis.options);
    case 'cusum':
      return cusum(scores, analysis.options);
    case 'baseline':
      return ownBaseline(scores, analysis.options);
    case 'fall':
      return fallSinceLast(scores, analysis.options);
    case 'slope':
      return slope(scores, analysis.options);
  }
}
