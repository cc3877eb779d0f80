import { fallOf, noticeable, weakness, widthOf } from './alliance-scale.ts';
import type { CaseloadEntry, Factor, FactorCode } from './caseload-entry.ts';

/** Sessions missed within so many days count as missed lately. */
export const missedDays = 90;
const day = 86_400_000;
/** The part of a scale beyond its middle from which the alliance is markedly weak, and a fall is marked. */
const marked = 1 / 6;
const contactDays = { mild: 21, marked: 35 };

type Known = Pick<CaseloadEntry, 'lastScore' | 'attendance' | 'answering' | 'care'>;

/**
 * How many signs there are that a client may leave without saying so, from 0 to 10, with each of them in words. It is an
 * order made of plain conventions: no probability, and no substitute for asking. Whom nobody treats has none.
 */
export function assessAttrition(
  known: Known,
  now: Date,
): Pick<CaseloadEntry, 'attrition' | 'factors' | 'reassessAt'> {
  if (known.care.therapistId === null)
    return { attrition: 0, factors: [], reassessAt: soonest(boundariesOf(known)) };
  const factors = [weak(known), falling(known), missed(known), silence(known), contact(known, now)].filter(
    (factor) => factor !== null,
  );
  const attrition = factors.reduce((sum, { weight }) => sum + weight, 0);
  return { attrition, factors, reassessAt: nextLook(known, now) };
}

function factor(code: FactorCode, isMarked: boolean, reason: string): Factor {
  return { code, weight: isMarked ? 2 : 1, reason };
}

function weak({ lastScore }: Known): Factor | null {
  if (!lastScore) return null;
  const { value, scale } = lastScore;
  const beyond = weakness(value, scale);
  if (beyond <= 0) return null;
  const half = scale.higherIsBetter ? 'lower' : 'upper';
  const reason = `alliance ${said(value)}, ${half} half of ${said(scale.min)}–${said(scale.max)}`;
  return factor('weak-alliance', beyond >= marked * widthOf(scale), reason);
}

function falling({ lastScore }: Known): Factor | null {
  if (!lastScore) return null;
  const { change, scale } = lastScore;
  const fall = fallOf(change, scale);
  if (fall < noticeable(scale)) return null;
  const way = scale.higherIsBetter ? 'fell' : 'worsened';
  return factor(
    'falling-alliance',
    fall >= marked * widthOf(scale),
    `alliance ${way} by ${said(fall)} since last time`,
  );
}

function missed({ attendance: { missedInARow, missedLately } }: Known): Factor | null {
  if (missedInARow === 0 && missedLately < 2) return null;
  const words = [
    missedInARow > 0 ? `last ${sessions(missedInARow)} missed` : '',
    missedLately > missedInARow ? `${missedLately} missed in ${missedDays} days` : '',
  ].filter(Boolean);
  return factor('missed-sessions', missedInARow >= 2 || missedLately >= 3, words.join(', '));
}

function silence({ answering: { silent } }: Known): Factor | null {
  if (silent < 2) return null;
  return factor('silence', silent >= 3, `last ${silent} check-ins unanswered`);
}

function contact(known: Known, now: Date): Factor | null {
  const since = lastContact(known) ?? known.care.since;
  const days = since ? Math.floor((now.getTime() - since.getTime()) / day) : 0;
  if (days < contactDays.mild) return null;
  const reason = lastContact(known) ? `no contact for ${days} days` : `no contact in ${days} days of care`;
  return factor('no-recent-contact', days >= contactDays.marked, reason);
}

/** The last time that the client came or answered. */
export function lastContact({ attendance, answering }: Pick<Known, 'attendance' | 'answering'>): Date | null {
  const times = [attendance.lastSessionAt, answering.lastAnswerAt].filter((at) => at !== null);
  return times.length > 0 ? new Date(Math.max(...times.map((at) => at.getTime()))) : null;
}

/** Another day without contact is to be counted, or one of the boundaries of everybody is there. */
function nextLook(known: Known, now: Date): Date | null {
  const since = (lastContact(known) ?? known.care.since)?.getTime();
  const days = since === undefined ? 0 : Math.floor((now.getTime() - since) / day);
  const silent = since === undefined ? null : since + Math.max(days + 1, contactDays.mild) * day;
  return soonest([...boundariesOf(known), silent]);
}

/**
 * When numbers of the row change whoever treats the client: the oldest missed session is no longer a late one, or the
 * next session has begun.
 */
const boundariesOf = ({ attendance: { oldestMissedAt, nextSessionAt } }: Known): (number | null)[] => [
  oldestMissedAt ? oldestMissedAt.getTime() + missedDays * day + 1 : null,
  nextSessionAt?.getTime() ?? null,
];

function soonest(times: readonly (number | null)[]): Date | null {
  const known = times.filter((at) => at !== null);
  return known.length > 0 ? new Date(Math.min(...known)) : null;
}

const sessions = (count: number) => (count === 1 ? 'session' : `${count} sessions`);
/** At most one decimal: a total with a missing item is prorated. */
const said = (value: number) => String(Math.round(value * 10) / 10);
