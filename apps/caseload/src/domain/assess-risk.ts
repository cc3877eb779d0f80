import { fallOf, middleOf, noticeable, weakness, widthOf } from './alliance-scale.ts';
import { highestSeverity, isSafety, type CaseloadEntry, type Severity } from './caseload-entry.ts';

const forAlert: Readonly<Record<Severity, number>> = { high: 50, medium: 35, low: 20 };
const unacknowledged = 10;
/** Somebody may be in danger: nothing else comes before it. */
const forSafety = { open: 100, acknowledged: 60 } as const;
const forLowest = 25;
const forSteepest = 15;
/** The part of a scale by which a fall counts in full; smaller ones count in proportion. */
const steepest = 1 / 3;

type Known = Pick<CaseloadEntry, 'alerts' | 'lastScore'>;

/**
 * A sort key from 0 to 100: who should be looked at first, and why in words. It is an order of attention made of
 * plain conventions, not a clinical probability.
 */
export function assessRisk(known: Known): Pick<CaseloadEntry, 'risk' | 'reasons'> {
  const parts = [openAlerts(known), lowAlliance(known), fallingAlliance(known)].filter(
    (part) => part.points > 0,
  );
  const sum = parts.reduce((total, { points }) => total + points, 0);
  return { risk: Math.min(100, Math.round(sum)), reasons: parts.map(({ reason }) => reason) };
}

const nothing = { points: 0, reason: '' };

function openAlerts({ alerts }: Known) {
  const highest = highestSeverity(alerts);
  if (!highest) return nothing;
  const safety = alerts.find(isSafety);
  if (safety)
    return { points: forSafety[safety.status], reason: `safety alert ${stateWords[safety.status]}` };
  const status = alerts.some((alert) => alert.status === 'open') ? 'open' : 'acknowledged';
  const points = forAlert[highest] + (status === 'open' ? unacknowledged : 0);
  return { points, reason: `${highest} alert ${stateWords[status]}` };
}

const stateWords = { open: 'waiting for an answer', acknowledged: 'being dealt with' } as const;

function lowAlliance({ lastScore }: Known) {
  if (!lastScore) return nothing;
  const { value, scale } = lastScore;
  const beyond = weakness(value, scale);
  if (beyond <= 0) return nothing;
  const side = scale.higherIsBetter ? 'below' : 'above';
  return {
    points: (beyond / (widthOf(scale) / 2)) * forLowest,
    reason: `alliance ${said(value)} of ${said(scale.max)}, ${side} ${said(middleOf(scale))}`,
  };
}

function fallingAlliance({ lastScore }: Known) {
  if (!lastScore) return nothing;
  const { change, scale } = lastScore;
  const fall = fallOf(change, scale);
  if (fall < noticeable(scale)) return nothing;
  return {
    points: Math.min(1, fall / (steepest * widthOf(scale))) * forSteepest,
    reason: `alliance ${scale.higherIsBetter ? 'fell' : 'worsened'} by ${said(fall)} since last time`,
  };
}

/** At most one decimal: a total with a missing item is prorated. */
const said = (value: number) => String(Math.round(value * 10) / 10);
