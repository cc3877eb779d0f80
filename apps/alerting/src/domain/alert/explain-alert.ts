import { explain, inOneBreath, measureName } from '@attune/clinical';
import type { Alert } from './alert.ts';
import type { AttendanceSignal, Signal } from './signal.ts';

/** One sentence for the therapist: what was seen, with the numbers it was seen by. */
export function explainAlert({
  concern,
  signals,
  attendance,
}: Pick<Alert, 'concern' | 'signals' | 'attendance'>): string {
  if (concern === 'attendance') return absent(attendance.filter((signal) => !signal.withdrawn));
  const standing = signals.filter((signal) => !signal.withdrawn);
  if (standing.length === 0) return refuted;
  if (concern === 'safety') return atRisk(standing);
  const newest = standing.filter((signal) => signal.responseId === standing.at(-1)?.responseId);
  const earlier = new Set(standing.map((signal) => signal.responseId)).size - 1;
  const before =
    earlier > 0 ? `; ${earlier} earlier ${earlier === 1 ? 'check-in' : 'check-ins'} had signalled too` : '';
  return `In the check-in that raised it ${aboutMeasures(newest, concern)}${before}.`;
}

/** Of an outcome the measure is named: several may be asked. */
function aboutMeasures(newest: readonly Signal[], concern: Alert['concern']): string {
  if (concern === 'alliance') return `the alliance ${inOneBreath(newest.map(clause))}`;
  const names = new Set(newest.map(nameOf));
  return [...names]
    .map((name) => {
      const parts = newest.filter((signal) => nameOf(signal) === name).map(clause);
      return `the score of ${name} ${inOneBreath(parts)}`;
    })
    .join('; ');
}
const nameOf = ({ instrument, scale }: Signal) => measureName(instrument.url, scale);

const refuted =
  'What this alert rested on does not stand any more: answers were taken back or scored anew, or earlier ones came in.';

/** What exactly was answered, and when, stands with the answers, for those who may read them. */
function atRisk(standing: readonly Signal[]): string {
  const times = new Set(standing.map(({ responseId }) => responseId)).size;
  const where = times > 1 ? ` in ${times} questionnaires` : '';
  return `An item about harm was answered in a way that counts as a risk${where}: whatever the total, contact the client today.`;
}

const clause = ({ detector, direction, ...evidence }: Signal) =>
  detector === 'risk-item' ? '' : explain({ detector, direction, evidence });

/** The newest of each kind says all that the ones before it said. */
function absent(standing: readonly AttendanceSignal[]): string {
  if (standing.length === 0) return 'What this alert rested on was taken back.';
  const newest = (['missed-sessions', 'silence'] as const).flatMap(
    (kind) => standing.findLast((signal) => signal.kind === kind) ?? [],
  );
  const clauses = newest.map(({ kind, count, since }) => {
    // The platform does not know by which clock this is read.
    const from = `since ${since.toISOString().slice(0, 10)} (UTC)`;
    if (kind === 'silence')
      return `left ${count} ${count === 1 ? 'request' : 'requests'} in a row unanswered ${from}`;
    return `missed ${count} ${count === 1 ? 'session' : 'sessions'} in a row ${from}`;
  });
  return `The client ${clauses.join(' and ')}.`;
}
