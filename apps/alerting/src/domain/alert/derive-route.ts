import type { Concern } from '@attune/clinical';

/** A care relationship as far as it decides who hears about a client. */
export interface CareRelationship {
  readonly careRelationshipId: string;
  readonly staffId: string;
  readonly kind: 'primary' | 'cover' | 'supervisor';
  readonly from: Date;
  readonly to: Date | null;
}

export interface Route {
  readonly recipientId: string | null;
  readonly watcherIds: readonly string[];
  readonly routeChangesAt: Date | null;
}

/**
 * Who is to hear of an alert now: whoever covers, otherwise the primary therapist, otherwise nobody (the alert then
 * waits with operations). Depends on nothing but the relationships and the instant: not on their order of arrival.
 */
export function deriveRoute(relationships: readonly CareRelationship[], now: Date): Route {
  const valid = relationships.filter(({ from, to }) => from <= now && (to === null || to > now));
  const recipient = latest(valid, 'cover') ?? latest(valid, 'primary');
  const watchers = valid.filter(({ kind }) => kind === 'supervisor').map(({ staffId }) => staffId);
  return {
    recipientId: recipient?.staffId ?? null,
    watcherIds: [...new Set(watchers)].sort(),
    routeChangesAt: nextBoundary(relationships, now),
  };
}

/**
 * Where an alert of a concern goes: as the care relationships say; one about safety that would wait with operations goes
 * to the clinic lead at once.
 * @param leads the ids of the clinic leads
 */
export function routeOf(route: Route, concern: Concern, leads: readonly string[]): Route {
  if (concern !== 'safety' || route.recipientId !== null) return route;
  return { ...route, recipientId: leads.toSorted()[0] ?? null };
}

/** Of several covers the one that began last; the id decides a tie, so that every order gives the same answer. */
function latest(
  valid: readonly CareRelationship[],
  kind: CareRelationship['kind'],
): CareRelationship | undefined {
  const age = (one: CareRelationship) => [one.from.toISOString(), one.careRelationshipId].join(' ');
  return valid
    .filter((relationship) => relationship.kind === kind)
    .toSorted((one, other) => (age(one) < age(other) ? 1 : -1))
    .at(0);
}

function nextBoundary(relationships: readonly CareRelationship[], now: Date): Date | null {
  const ahead = relationships
    .filter(({ from, to }) => to === null || to > from)
    .flatMap(({ from, to }) => (to ? [from, to] : [from]))
    .filter((at) => at > now)
    .map((at) => at.getTime());
  return ahead.length > 0 ? new Date(Math.min(...ahead)) : null;
}
