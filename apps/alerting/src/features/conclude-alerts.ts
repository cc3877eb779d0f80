import { append } from '@attune/messaging';
import type { Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import type { Alert, AlertFact } from '../domain/alert/alert.ts';
import { setDeadlines } from '../domain/alert/set-deadlines.ts';
import { saveAlerts } from '../store/alert.store.ts';
import { alertEvent } from './alert-events.ts';
import { AlertSettings } from './alert-settings.ts';

/** The one way in which what happened to alerts is kept and told. */
@Injectable()
export class ConcludeAlerts {
  constructor(private readonly settings: AlertSettings) {}

  /**
   * @param before the alerts as they were read in this transaction
   * @returns the facts as they were told, with deadlines
   */
  async conclude(
    tx: Transaction,
    facts: readonly AlertFact[],
    before: readonly Alert[],
  ): Promise<readonly AlertFact[]> {
    if (facts.length === 0) return facts;
    const { deadline } = await this.settings.read(tx);
    const timed = setDeadlines(facts, before, deadline);
    saveAlerts(tx, timed, before);
    append(tx, ...timed.map(alertEvent));
    return timed;
  }
}
