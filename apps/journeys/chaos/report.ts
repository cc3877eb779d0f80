import type { Outcome } from './run-fault.ts';

export interface FaultReport {
  readonly name: string;
  readonly repetitions: number;
  readonly submitted: number;
  readonly lost: number;
  readonly doubled: number;
  readonly reordered: number;
  readonly recoverySecondsMax: number;
  /** Only where something else went wrong. */
  readonly failure?: string;
}

export interface MutationReport {
  readonly name: string;
  readonly caught: boolean;
  readonly failure?: string;
}

export interface ChaosReport {
  readonly faults: readonly FaultReport[];
  readonly mutations: readonly MutationReport[];
}

export const slowestRecoverySeconds = 20;
/** For what never recovered: JSON has no infinity. */
const never = 9_999;

export function toReport(outcome: Outcome): FaultReport {
  const { name, repetitions, submitted, findings, recoveries, failure } = outcome;
  const slowest = Math.max(0, ...recoveries);
  const count = (kind: string) => findings.filter((finding) => finding.kind === kind).length;
  return {
    ...{ name, repetitions, submitted },
    ...{ lost: count('lost'), doubled: count('doubled'), reordered: count('reordered') },
    recoverySecondsMax: Number.isFinite(slowest) ? Math.round(slowest * 10) / 10 : never,
    ...(failure !== undefined && { failure }),
  };
}

/** It was struck, nothing was lost, doubled or reordered, and it recovered in time. */
export function faultHolds(fault: FaultReport): boolean {
  const { repetitions, lost, doubled, reordered, recoverySecondsMax, failure } = fault;
  return (
    repetitions > 0 &&
    lost + doubled + reordered === 0 &&
    recoverySecondsMax < slowestRecoverySeconds &&
    failure === undefined
  );
}

/** True when every guarantee held, and when the checker caught each one that was switched off. */
export const holds = ({ faults, mutations }: ChaosReport): boolean =>
  faults.every(faultHolds) && mutations.every(({ caught }) => caught);
