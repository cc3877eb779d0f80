import type { CareRelationship } from './care-relationship.ts';

/** A therapist is away from `from` up to but not including `to`, and a colleague stands in. */
export interface Absence {
  readonly absenceId: string;
  readonly staffId: string;
  readonly coverId: string;
  readonly from: Date;
  readonly to: Date;
}

/** The care relationship of a colleague who stands in for a primary therapist. */
export interface StandIn extends CareRelationship {
  readonly absenceId: string;
  /** The primary care relationship for which it stands in. */
  readonly standsInFor: string;
}

const later = (one: Date, other: Date) => (one > other ? one : other);
const earlier = (one: Date, other: Date) => (one < other ? one : other);

/** Cover for a client as long as both last, the primary care and the absence; null where they do not meet. */
export function standInFor(primary: CareRelationship, absence: Absence, id: string): StandIn | null {
  if (primary.kind !== 'primary' || primary.staffId !== absence.staffId) return null;
  const from = later(primary.from, absence.from);
  const to = primary.to === null ? absence.to : earlier(primary.to, absence.to);
  if (from >= to) return null;
  const { absenceId, coverId: staffId } = absence;
  const { clientId, careRelationshipId: standsInFor } = primary;
  return { careRelationshipId: id, clientId, staffId, kind: 'cover', from, to, absenceId, standsInFor };
}

/**
 * An absence that ends earlier than planned. One that ends before it begins has never been: it becomes empty.
 * @returns the absence afterwards, or why not
 */
export function endAbsence(absence: Absence, at: Date): Absence | 'over-before' {
  if (absence.to <= at || absence.to <= absence.from) return 'over-before';
  return { ...absence, to: later(absence.from, at) };
}
