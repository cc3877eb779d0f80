export type { Band, Instrument, Item, MissingItemRule, Scale } from './instrument/instrument.ts';
export type { Answer } from './scoring/answer-values.ts';
export type { ScaleScore } from './scoring/score-scale.ts';
export { scoreResponse, scoringEngine } from './scoring/score-response.ts';
export { UnscorableResponse } from './scoring/unscorable-response.error.ts';
export type { Detection, Evidence, ScoreSeries } from './detection/detection.ts';
export { absoluteCutOff, type AbsoluteCutOff } from './detection/absolute-cut-off.ts';
export { fallSinceLast, type FallSinceLast } from './detection/fall-since-last.ts';
