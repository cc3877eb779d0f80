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
      readonly statistics: Readonly<Record<string, unknown>>;
      readonly limits: Readonly<Record<string, unknown>>;
      readonly signals: readonly { readonly index: number }[];
    };

/** @throws InvalidOption when an option lies outside of its range */
export function analyse(analysis: Analysis): Analysed {
  const result = compute(analysis);
  if (result.outcome === 'insufficient-data') return result;
  const { outcome, limits, signals, ...statistics } = result;
  return { outcome, statistics, limits: { ...limits }, signals };
}

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
