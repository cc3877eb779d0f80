import { riskItems, scoreResponse, scoringEngine, type Instrument } from '@attune/clinical';
import { responseScored, riskFlagged, riskWithdrawn, scoreWithdrawn } from '@attune/contracts';
import { append, PrerequisiteMissing } from '@attune/messaging';
import { Clock, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Score } from '../../domain/score.ts';
import { findInstrument } from '../../store/instrument.store.ts';
import { insertScore, withdrawScore } from '../../store/score.store.ts';
import { instrumentKey } from '../follow-instruments/instrument-key.ts';
import type { SubmittedAnswers, VoidedAnswers } from './answers.ts';

@Injectable()
export class RecordScore {
  /** Versions never change, so an instrument that was read once is known for good. */
  private readonly instruments = new Map<string, Instrument>();

  constructor(private readonly clock: Clock) {}

  async submitted(tx: Transaction, answers: SubmittedAnswers): Promise<void> {
    const { responseId, clientId, sessionId, answeredAt, submittedAt, items } = answers;
    const instrument = await this.instrument(tx, answers.instrument);
    const scales = scoreResponse(instrument, items);
    const engine = scoringEngine;
    const context = {
      responseId,
      clientId,
      sessionId,
      instrument: answers.instrument,
      answeredAt,
      submittedAt,
    };
    const score: Score = { scoreId: newId(), ...context, scales, engine };
    if (!(await insertScore(tx, score))) return;
    const data = { ...score, scales: scales.map((scale) => ({ ...scale })) };
    const envelope = { key: clientId, subject: responseId, time: this.clock.now() };
    append(tx, responseScored.event({ ...envelope, data }));
    const risky = riskItems(instrument, items);
    if (risky.length === 0) return;
    const flagged = { responseId, clientId, instrument: answers.instrument, answeredAt, submittedAt };
    append(tx, riskFlagged.event({ ...envelope, data: { ...flagged, items: risky } }));
  }

  async voided(
    tx: Transaction,
    { responseId, clientId, instrument, voidedAt }: VoidedAnswers,
  ): Promise<void> {
    if (!(await withdrawScore(tx, responseId, voidedAt))) return;
    const data = { responseId, clientId, instrument, withdrawnAt: voidedAt };
    const envelope = { key: clientId, subject: responseId, time: this.clock.now() };
    append(tx, scoreWithdrawn.event({ ...envelope, data }));
    const { items } = await this.instrument(tx, instrument);
    if (!items.some(({ risk }) => risk)) return;
    append(tx, riskWithdrawn.event({ ...envelope, data: { responseId, clientId, withdrawnAt: voidedAt } }));
  }

  private async instrument(tx: Transaction, { url, version }: Score['instrument']): Promise<Instrument> {
    const key = instrumentKey({ url, version });
    const known = this.instruments.get(key) ?? (await findInstrument(tx, url, version));
    if (!known) throw new PrerequisiteMissing('instrument', key);
    this.instruments.set(key, known);
    return known;
  }
}
