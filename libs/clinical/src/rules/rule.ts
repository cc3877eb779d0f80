import type { DetectorSpec } from '../detection/detector-spec.ts';
import type { Direction } from '../statistics/outcome.ts';

/** What an alert is about: the working alliance, the outcome, the client's safety, or attendance. */
export type Concern = 'alliance' | 'outcome' | 'safety' | 'attendance';

export const severities = ['low', 'medium', 'high'] as const;
export type Severity = (typeof severities)[number];

/** A rule is data: which scale of which instrument, which detector with which parameters, and how grave it is. */
export interface Rule {
  readonly code: string;
  readonly title: string;
  readonly concern: Concern;
  readonly severity: Severity;
  /** The instrument's url, without its version, and the code of one of its scales. */
  readonly instrument: string;
  readonly scale: string;
  readonly direction: Direction;
  readonly detector: DetectorSpec;
  /** How many scores there must be, the newest included, before the rule speaks; the detector may need more. */
  readonly minimumHistory?: number | undefined;
  /** Who is to look at it beside the therapist, at once and not only when nobody answers. */
  readonly also?: 'supervisor' | undefined;
}

/** Rules that are in force together. A version never changes. */
export interface RuleSet {
  readonly name: string;
  readonly version: number;
  readonly title: string;
  readonly rules: readonly Rule[];
}
