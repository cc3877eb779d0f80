import { append } from '@attune/messaging';
import type { Transaction } from '@attune/platform';
import { v7 as newId } from 'uuid';
import { standInFor } from '../domain/absence.ts';
import type { CareRelationship } from '../domain/care-relationship.ts';
import { absencesOf } from '../store/absence.store.ts';
import { insertCareRelationships } from '../store/care-relationship.store.ts';
import { endStandIns } from '../store/stand-in.store.ts';
import { careRelationshipEvent } from './scheduling-events.ts';

/** Clients who come to a therapist while an absence is planned or running are covered like those who were there. */
export async function standIn(
  tx: Transaction,
  started: readonly CareRelationship[],
  at: Date,
): Promise<void> {
  const primaries = started.filter(({ kind }) => kind === 'primary');
  if (primaries.length === 0) return;
  // Inserting has locked the therapist against an absence that is planned at this moment.
  const absences = await absencesOf(tx, [...new Set(primaries.map(({ staffId }) => staffId))], at);
  const cover = primaries.flatMap((primary) =>
    absences.flatMap((absence) => standInFor(primary, absence, newId()) ?? []),
  );
  if (cover.length === 0) return;
  await insertCareRelationships(tx, cover);
  append(tx, ...cover.map((each) => careRelationshipEvent('started', each, at)));
}

/** Nobody stands in any longer than there is somebody to stand in for. */
export async function endCoverOf(tx: Transaction, ended: CareRelationship, at: Date): Promise<void> {
  if (ended.kind !== 'primary' || ended.to === null) return;
  const cover = await endStandIns(tx, { standsInFor: ended.careRelationshipId }, ended.to);
  append(tx, ...cover.map((each) => careRelationshipEvent('ended', each, at)));
}
