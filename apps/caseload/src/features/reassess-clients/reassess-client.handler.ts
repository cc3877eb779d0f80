import { Clock, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { missedDays } from '../../domain/assess-attrition.ts';
import { assessEntry } from '../../domain/assess-entry.ts';
import { applyScores } from '../../domain/apply-scores.ts';
import { currentTherapist } from '../../domain/current-therapist.ts';
import { readAllianceScores } from '../../store/alliance-scale.store.ts';
import { readAnswering } from '../../store/answering.store.ts';
import { lockEntry, saveEntry } from '../../store/entry.store.ts';
import { readRelationships } from '../../store/relationship.store.ts';
import { readAttendance } from '../../store/session.store.ts';

@Injectable()
export class ReassessClient {
  constructor(private readonly clock: Clock) {}

  /** Derives again what the client's care, sessions, requests, responses and scores come to now. */
  async forClient(tx: Transaction, clientId: string): Promise<void> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - missedDays * 86_400_000);
    // They travel together, and are done in this order: what is read is what there is once the row is ours.
    const [entry, relationships, attendance, answering, scores] = await Promise.all([
      lockEntry(tx, clientId),
      readRelationships(tx, clientId),
      readAttendance(tx, clientId, { since, now }),
      readAnswering(tx, clientId),
      readAllianceScores(tx, clientId),
    ]);
    const care = currentTherapist(relationships, now);
    const known = { ...applyScores(entry, scores), attendance, answering, care };
    saveEntry(tx, clientId, assessEntry(known, now));
  }
}
