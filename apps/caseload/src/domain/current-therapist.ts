export interface CareRelationship {
  readonly staffId: string;
  readonly kind: 'primary' | 'cover' | 'supervisor';
  readonly from: Date;
  readonly to: Date | null;
}

/** Whose caseload the client is on now, and when that may change by the mere passing of time. */
export function currentTherapist(relationships: readonly CareRelationship[], now: Date) {
  const primaries = relationships.filter(({ kind }) => kind === 'primary');
  const valid = primaries.find(({ from, to }) => from <= now && (to === null || to > now));
  const ahead = primaries
    .filter(({ from, to }) => to === null || to > from)
    .flatMap(({ from, to }) => (to ? [from, to] : [from]))
    .filter((at) => at > now)
    .map((at) => at.getTime());
  return {
    therapistId: valid?.staffId ?? null,
    changesAt: ahead.length > 0 ? new Date(Math.min(...ahead)) : null,
  };
}
