export {
  enabledItems,
  type Condition,
  type Gate,
  type Gated,
  type GivenAnswer,
} from './instrument/enabled-items.ts';
export type {
  Band,
  FormOption,
  Instrument,
  Item,
  ItemForm,
  MissingItemRule,
  Scale,
  ScoreExpression,
} from './instrument/instrument.ts';
export type { Answer } from './scoring/answer-values.ts';
export type { ScaleScore } from './scoring/score-scale.ts';
export { riskItems } from './scoring/risk-items.ts';
export { scoreResponse, scoringEngine } from './scoring/score-response.ts';
export { UnscorableResponse } from './scoring/unscorable-response.error.ts';

export type { Direction, InsufficientData, Side } from './statistics/outcome.ts';
export { InvalidOption } from './statistics/invalid-option.error.ts';
export * from './statistics/clinical-cut-off.ts';
export { cusum, type Cusum, type CusumOptions, type CusumPoint } from './statistics/cusum.ts';
export { cutOff, type CutOff, type CutOffOptions } from './statistics/cut-off.ts';
export { ewma, type Ewma, type EwmaOptions, type EwmaPoint } from './statistics/ewma.ts';
export {
  expectedScore,
  type ExpectedScore,
  type ExpectedScoreOptions,
  type ExpectedScorePoint,
} from './statistics/expected-score.ts';
export {
  fallSinceLast,
  type FallSinceLast,
  type FallSinceLastOptions,
} from './statistics/fall-since-last.ts';
export {
  individualsChart,
  type IndividualsChart,
  type IndividualsOptions,
} from './statistics/individuals-chart.ts';
export { normalQuantile } from './statistics/normal-quantile.ts';
export {
  ownBaseline,
  type OwnBaseline,
  type OwnBaselineOptions,
  type OwnBaselinePoint,
} from './statistics/own-baseline.ts';
export {
  reliableChange,
  type ChangeClass,
  type ReliableChange,
  type ReliableChangeOptions,
} from './statistics/reliable-change.ts';
export { slope, type Slope, type SlopeOptions } from './statistics/slope.ts';
export type { WesternElectricRule } from './statistics/western-electric.ts';

export { detectAll } from './detection/detect.ts';
export type { Detection, Evidence, ScoreSeries } from './detection/detection.ts';
export type { DetectorKind, DetectorSpec } from './detection/detector-spec.ts';

export type { OperatingPoint } from './rules/operating-point.ts';
export { operatingPoints } from './rules/operating-points.ts';
export { defaultRuleSet } from './rules/default-rule-set.ts';
export { explain, inOneBreath, type Explainable } from './rules/explain.ts';
export { measureName } from './rules/measure-name.ts';
export {
  repairMinimum,
  ruptureAgain,
  startRepair,
  watchAgain,
  watchRepair,
  type RepairOptions,
  type RepairWatch,
} from './rules/repair.ts';
export { beginAlert, joinAlert, type RaisedAlert, type SignallingScore } from './rules/join-alert.ts';
export { raiseAlong, type AlertAlong, type RuleSignal, type WaitingRule } from './rules/raise-along.ts';
export { severities, type Concern, type Rule, type RuleSet, type Severity } from './rules/rule.ts';
export { startWatch, watchAll, watchNext, type Watch } from './rules/watch.ts';
export { loincOf, type LoincCodes } from './instrument/loinc.ts';
export type { Figure, Psychometrics } from './instrument/figure.ts';
export { psychometricsOf } from './instrument/psychometrics.ts';
