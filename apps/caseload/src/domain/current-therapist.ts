import type { Care } from './caseload-entry.ts';

export interface CareRelationship {
  readonly staffId: string;
  readonly kind: 'primary' | 'cover' | 'supervisor';
  readonly from: Date;
  readonly to: Date | null;
}

/** Whose caseload the client is on now, since when somebody treats them, and when that changes by the passing of time. */
export function currentTherapist(relationships: readonly CareRelationship[], now: Date): Care {
  const primaries = relationships.filter(({ kind }) => kind === 'primary');
  const valid = primaries.find(({ from, to }) => from <= now && (to === null || to > now));
  const ahead = primaries
    .filter(({ from, to }) => to === null || to > from)
    .flatMap(({ from, to }) => (to ? [from, to] : [from]))
    .filter((at) => at > now)
    .map((at) => at.getTime());
  return {
    therapistId: valid?.staffId ?? null,
    since: valid ? withoutBreak(primaries, valid.from) : null,
    changesAt: ahead.length > 0 ? new Date(Math.min(...ahead)) : null,
  };
}

/** Where the care began that goes on here: a handover from one therapist to the next is no break. */
function withoutBreak(primaries: readonly CareRelationship[], from: Date): Date {
  const before = primaries.find((one) => one.from < from && one.to !== null && one.to >= from);
  return before ? withoutBreak(primaries, before.from) : from;
}
