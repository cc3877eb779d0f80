/** Who cares for a client from `from` up to but not including `to`. A client has one primary therapist at a time. */
export interface CareRelationship {
  readonly careRelationshipId: string;
  readonly clientId: string;
  readonly staffId: string;
  readonly kind: 'primary' | 'cover' | 'supervisor';
  readonly from: Date;
  readonly to: Date | null;
}

/** The roles a person needs to take a kind of care relationship. */
export const roleFor = { primary: 'therapist', cover: 'therapist', supervisor: 'supervisor' } as const;

/** @returns the relationship with its end set, or why that cannot be */
export function end(
  relationship: CareRelationship,
  at: Date,
): CareRelationship | 'ends-before-it-begins' | 'ended-before' {
  if (at <= relationship.from) return 'ends-before-it-begins';
  if (relationship.to !== null && relationship.to <= at) return 'ended-before';
  return { ...relationship, to: at };
}

/**
 * Somebody else takes over at an instant, for as long as it was to last.
 * @returns the one that ends and the one that begins there, or why that cannot be
 */
export function handOver(
  relationship: CareRelationship,
  { staffId, at, id }: { readonly staffId: string; readonly at: Date; readonly id: string },
):
  | { ended: CareRelationship; started: CareRelationship }
  | 'to-the-same'
  | 'ends-before-it-begins'
  | 'ended-before' {
  if (staffId === relationship.staffId) return 'to-the-same';
  const ended = end(relationship, at);
  if (typeof ended === 'string') return ended;
  const started = { ...relationship, careRelationshipId: id, staffId, from: at };
  return { ended, started };
}
