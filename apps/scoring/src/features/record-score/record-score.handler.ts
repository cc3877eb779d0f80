import { isDeepStrictEqual } from 'node:util';
import { riskItems, scoringEngine } from '@attune/clinical';
import { scoreEvery } from '@attune/clinical/expression';
import {
  responseScored,
  riskFlagged,
  riskWithdrawn,
  scoreCorrected,
  scoreWithdrawn,
} from '@attune/contracts';
import { append } from '@attune/messaging';
import { Clock, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Score } from '../../domain/score.ts';
import { correctScore, insertScore, lockScore, withdrawScore } from '../../store/score.store.ts';
import type { SubmittedAnswers, VoidedAnswers } from './answers.ts';
import { KnownKeys } from './known-keys.ts';

@Injectable()
export class RecordScore {
  constructor(
    private readonly clock: Clock,
    private readonly keys: KnownKeys,
  ) {}

  async submitted(tx: Transaction, answers: SubmittedAnswers): Promise<void> {
    const { responseId, clientId, sessionId, answeredAt, submittedAt, items } = answers;
    const { instrument, hash: keyHash } = await this.keys.get(tx, answers.instrument);
    const scales = await scoreEvery(instrument, items);
    const made = { scales, engine: scoringEngine, keyHash };
    const times = { answeredAt, submittedAt };
    const about = { responseId, clientId, sessionId, instrument: answers.instrument, ...times };
    const score: Score = { scoreId: newId(), ...about, ...made };
    if (!(await insertScore(tx, score))) return;
    append(tx, responseScored.event({ ...this.envelope(score), data: dataOf(score) }));
    const risky = riskItems(instrument, items);
    if (risky.length > 0) this.flag(tx, answers, risky);
  }

  private flag(tx: Transaction, answers: SubmittedAnswers, risky: readonly string[]): void {
    const { responseId, clientId, instrument, answeredAt, submittedAt } = answers;
    const data = { responseId, clientId, instrument, answeredAt, submittedAt, items: [...risky] };
    append(tx, riskFlagged.event({ ...this.envelope(answers), data }));
  }

  /** Scores a response once more, by its key as it is now; tells of it when it comes out differently. */
  async republished(tx: Transaction, answers: SubmittedAnswers): Promise<void> {
    const before = await lockScore(tx, answers.responseId);
    if (!before) return this.submitted(tx, answers);
    if (before.withdrawn) return;
    const { instrument, hash: keyHash } = await this.keys.get(tx, answers.instrument);
    const scales = await scoreEvery(instrument, answers.items);
    const { withdrawn: _, ...standing } = before;
    const score: Score = { ...standing, scales, engine: scoringEngine, keyHash };
    if (isDeepStrictEqual(score, standing)) return;
    const isAlike = isDeepStrictEqual(scales, before.scales);
    const correctedAt = this.clock.now().toISOString();
    await correctScore(tx, score, isAlike ? null : correctedAt);
    if (keyHash !== before.keyHash) this.flagAgain(tx, answers, riskItems(instrument, answers.items));
    // The same result by another key is recorded, and is no news.
    if (isAlike) return;
    const data = { ...dataOf(score), correctedAt };
    append(tx, scoreCorrected.event({ ...this.envelope(score), data }));
  }

  /**
   * By another key another item may be a risk, or none: which it was before is not kept here, so it is said either way.
   * Whoever hears it twice knows it already.
   */
  private flagAgain(tx: Transaction, answers: SubmittedAnswers, risky: readonly string[]): void {
    if (risky.length > 0) {
      this.flag(tx, answers, risky);
      return;
    }
    const { responseId, clientId } = answers;
    const data = { responseId, clientId, withdrawnAt: this.clock.now().toISOString() };
    append(tx, riskWithdrawn.event({ ...this.envelope(answers), data }));
  }

  async voided(tx: Transaction, voided: VoidedAnswers): Promise<void> {
    const { responseId, clientId, instrument, voidedAt } = voided;
    if (!(await withdrawScore(tx, responseId, voidedAt))) return;
    const data = { responseId, clientId, instrument, withdrawnAt: voidedAt };
    append(tx, scoreWithdrawn.event({ ...this.envelope(voided), data }));
    const { items } = (await this.keys.get(tx, instrument)).instrument;
    if (!items.some(({ risk }) => risk)) return;
    const withdrawn = { responseId, clientId, withdrawnAt: voidedAt };
    append(tx, riskWithdrawn.event({ ...this.envelope(voided), data: withdrawn }));
  }

  private envelope({ clientId, responseId }: Pick<Score, 'clientId' | 'responseId'>) {
    return { key: clientId, subject: responseId, time: this.clock.now() };
  }
}

function dataOf({ keyHash, ...score }: Score) {
  return {
    ...score,
    scales: score.scales.map((scale) => ({ ...scale })),
    ...(keyHash !== null && { keyHash }),
  };
}
