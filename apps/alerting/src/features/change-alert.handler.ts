import { append } from '@attune/messaging';
import {
  audit,
  Clock,
  conflict,
  Database,
  notPermitted,
  requireVersion,
  notFound,
  type Person,
  type Transaction,
} from '@attune/platform';
import { Injectable } from '@nestjs/common';
import type { AlertFact } from '../domain/alert.ts';
import { allows } from '../domain/alert-lifecycle.ts';
import { permittedActions, type PermittedActions } from '../domain/permitted-actions.ts';
import { updateAlert } from '../store/alert.store.ts';
import { lockClient } from '../store/client-state.store.ts';
import { findSeenAlert, type SeenAlert } from '../store/list-alerts.store.ts';
import { alertEvent } from './alert-events.ts';
import { viewAlert, type AlertView } from './alert-view.ts';

export interface AlertChange {
  readonly alertId: string;
  readonly action: keyof PermittedActions;
  /** The version that the person has seen, when the request names one. */
  readonly seenVersion: number | null;
}

type Decide = (seen: SeenAlert, now: Date, tx: Transaction) => AlertFact | Promise<AlertFact>;

/** What every change of an alert by a person has in common: who may, on what version, and what remains of it. */
@Injectable()
export class ChangeAlert {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  perform(person: Person, change: AlertChange, decide: Decide): Promise<AlertView> {
    return this.database.asPerson(person, async (tx) => {
      const now = this.clock.now();
      const before = await this.readLocked(tx, person, change.alertId, now);
      refuseUnlessPermitted(person, change, before);
      const fact = await decide(before, now, tx);
      if (!(await updateAlert(tx, fact.alert, before.alert.version)))
        requireVersion(before.alert.version, before.alert.version + 1);
      append(tx, alertEvent(fact));
      const { alertId, clientId } = fact.alert;
      audit(tx, {
        person,
        action: `${change.action}-alert`,
        clientIds: [clientId],
        subject: alertId,
        at: now,
      });
      const after = await findSeenAlert(tx, { id: person.id, now }, alertId);
      return viewAlert(after ?? { ...before, alert: fact.alert }, person);
    });
  }

  private async readLocked(tx: Transaction, person: Person, alertId: string, now: Date): Promise<SeenAlert> {
    const viewer = { id: person.id, now };
    const found = await findSeenAlert(tx, viewer, alertId);
    if (!found) throw notFound('alert');
    lockClient(tx, found.alert.clientId);
    // What was read before the lock may have changed while it was waited for.
    const locked = await findSeenAlert(tx, viewer, alertId);
    if (!locked) throw notFound('alert');
    return locked;
  }
}

function refuseUnlessPermitted(person: Person, { action, seenVersion }: AlertChange, seen: SeenAlert): void {
  const { id, roles } = person;
  const inAnyState = permittedActions({ ...seen.alert, status: 'open' }, { id, roles, treats: seen.treats });
  if (!inAnyState[action]) throw notPermitted('This alert is for somebody else to answer.');
  requireVersion(seenVersion, seen.alert.version);
  const { status } = seen.alert;
  if (!allows(status, action))
    throw conflict('alert-action-refused', `An alert that is ${status} cannot be changed so.`);
}
