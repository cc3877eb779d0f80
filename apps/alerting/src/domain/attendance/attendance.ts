import type { Severity } from '@attune/clinical';
import type { AlertPolicy } from '../alert/alert-policy.ts';
import type { AttendanceSignal } from '../alert/signal.ts';
import { isRecent } from '../series/is-recent.ts';

/** One request or session of a client, as far as it says something about coming and answering. */
export interface AttendanceRecord {
  readonly kind: AttendanceSignal['kind'];
  readonly subjectId: string;
  readonly at: Date;
  /** True where the client was silent or did not come. */
  readonly absent: boolean;
}

const rules = {
  silence: { rule: 'requests-unanswered', after: ({ silenceAfter }: AlertPolicy) => silenceAfter },
  'missed-sessions': {
    rule: 'sessions-missed',
    after: ({ missedSessionsAfter }: AlertPolicy) => missedSessionsAfter,
  },
} as const;

/** Twice as many as the provider asks for is graver. */
const gravity = (count: number, after: number): Severity => (count >= 2 * after ? 'high' : 'medium');

/** The absences at the end of a client's record of one kind, oldest first; the order is that of their times. */
export function absencesInARow(
  records: readonly AttendanceRecord[],
  kind: AttendanceRecord['kind'],
): AttendanceRecord[] {
  const ordered = records
    .filter((record) => record.kind === kind)
    .toSorted(
      (one, other) => one.at.getTime() - other.at.getTime() || (one.subjectId < other.subjectId ? -1 : 1),
    );
  return ordered.slice(ordered.findLastIndex(({ absent }) => !absent) + 1);
}

export interface AttendanceReview {
  readonly found: readonly Omit<AttendanceSignal, 'signalId'>[];
  readonly refuted: readonly AttendanceSignal[];
}

/**
 * What a client's record says now. A row that grew long enough is told once for each absence that adds to it; a signal
 * whose absence turns out to be none, or whose row would no longer be long enough, is refuted.
 */
export function reviewAttendance(
  records: readonly AttendanceRecord[],
  standing: readonly AttendanceSignal[],
  policy: AlertPolicy,
  now: Date,
): AttendanceReview {
  const found = (['silence', 'missed-sessions'] as const).flatMap((kind) => {
    const after = rules[kind].after(policy);
    const row = absencesInARow(records, kind);
    const [first, last] = [row.at(0), row.at(-1)];
    if (after === null || !first || !last || row.length < after) return [];
    if (!isRecent(last.at, now)) return [];
    if (standing.some((signal) => signal.kind === kind && signal.subjectId === last.subjectId)) return [];
    const about = { rule: rules[kind].rule, kind, severity: gravity(row.length, after) } as const;
    const numbers = { count: row.length, since: first.at, subjectId: last.subjectId };
    return [{ ...about, ...numbers, detectedAt: now, withdrawn: false }];
  });
  return { found, refuted: standing.filter((signal) => isRefuted(records, signal, policy)) };
}

/** Whether the row that ends with the signal's absence is none, or too short, by what is known now. */
function isRefuted(
  records: readonly AttendanceRecord[],
  { kind, subjectId }: AttendanceSignal,
  policy: AlertPolicy,
): boolean {
  const last = records.find((record) => record.kind === kind && record.subjectId === subjectId);
  if (!last) return false;
  if (!last.absent) return true;
  const row = absencesInARow(
    records.filter(({ at }) => at <= last.at),
    kind,
  );
  return row.length < (rules[kind].after(policy) ?? 1);
}
