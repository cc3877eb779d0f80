import { Clock, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { currentTherapist } from '../../domain/current-therapist.ts';
import { readRelationships } from '../../store/relationship.store.ts';
import { saveTherapist } from '../../store/entry.store.ts';

@Injectable()
export class AssignTherapist {
  constructor(private readonly clock: Clock) {}

  /** Derives again on whose caseload the client is. */
  async forClient(tx: Transaction, clientId: string, knownAt: Date): Promise<void> {
    const therapist = currentTherapist(await readRelationships(tx, clientId), this.clock.now());
    await saveTherapist(tx, clientId, therapist, knownAt);
  }
}
