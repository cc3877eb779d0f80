import { append } from '@attune/messaging';
import {
  audit,
  changedMeanwhile,
  Clock,
  conflict,
  Database,
  notFound,
  notPermitted,
  onceFor,
  type Person,
  requireVersion,
  type Transaction,
} from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { AlertFact } from '../domain/alert/alert.ts';
import { allows } from '../domain/alert/alert-lifecycle.ts';
import { mayAnswer, type PermittedActions } from '../domain/alert/permitted-actions.ts';
import { mayUndo } from '../domain/alert/undo-answer.ts';
import { setDeadlines } from '../domain/alert/set-deadlines.ts';
import { updateAlert } from '../store/alert.store.ts';
import { lockClient } from '../store/client-state.store.ts';
import { findSeenAlert, type SeenAlert } from '../store/list-alerts.store.ts';
import { saveNote } from '../store/note.store.ts';
import { alertEvent } from './alert-events.ts';
import { AlertSettings } from './alert-settings.ts';
import { viewAlert, type AlertView } from './alert-view.ts';

export interface AlertChange {
  readonly alertId: string;
  readonly action: Exclude<keyof PermittedActions, 'note'>;
  /** The version that the person has seen; null to change the alert whatever it has become. */
  readonly seenVersion: number | null;
  /** By which a retry is known again. */
  readonly key: string | null;
  /** What the person sent with it: the same key with something else is refused. */
  readonly sent?: object;
  readonly note?: string | undefined;
}

type Decide = (seen: SeenAlert, now: Date, tx: Transaction) => AlertFact | Promise<AlertFact>;

/** What every change of an alert by a person has in common: who may, on what version, and what remains of it. */
@Injectable()
export class ChangeAlert {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: AlertSettings,
  ) {}

  /** A retry is answered with the alert as it is now, to whoever may still see it; nothing is done again. */
  perform(person: Person, change: AlertChange, decide: Decide): Promise<AlertView> {
    const { alertId, action, seenVersion, key, sent } = change;
    const now = this.clock.now();
    const request = [action, alertId, seenVersion, sent];
    return this.database.asPerson(person, async (tx) => {
      await onceFor(tx, { caller: person.id, key, request, at: now }, () =>
        this.change(tx, person, change, decide, now),
      );
      const after = await findSeenAlert(tx, { id: person.id, now }, alertId);
      if (!after) throw notFound('alert');
      return viewAlert(after, person);
    });
  }

  private async change(
    tx: Transaction,
    person: Person,
    change: AlertChange,
    decide: Decide,
    now: Date,
  ): Promise<null> {
    const before = await this.readLocked(tx, person, change.alertId, now);
    refuseUnlessPermitted(person, change, before);
    const decided = await decide(before, now, tx);
    const { deadline } = await this.settings.read(tx);
    const { version, alertId, clientId } = before.alert;
    for (const fact of setDeadlines([decided], [before.alert], deadline)) {
      if (!(await updateAlert(tx, fact.alert, version))) throw changedMeanwhile(version + 1);
      append(tx, alertEvent(fact));
    }
    if (change.note !== undefined && change.note !== '') {
      saveNote(tx, before.alert, {
        noteId: newId(),
        writtenBy: person.id,
        writtenAt: now,
        text: change.note,
      });
    }
    const action = `${change.action}-alert` as const;
    audit(tx, { person, action, clientIds: [clientId], subject: alertId, at: now });
    return null;
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
  const may =
    action === 'reassign'
      ? roles.includes('operations')
      : mayAnswer(seen.alert, { id, roles, treats: seen.treats });
  if (!may) throw notPermitted('This alert is for somebody else to answer.');
  requireVersion(seenVersion, seen.alert.version);
  if (action === 'undo') {
    if (mayUndo(seen.alert, id)) return;
    throw conflict('nothing-to-undo', 'Only your own last answer can be taken back, until anything happens.');
  }
  const { status } = seen.alert;
  if (!allows(status, action))
    throw conflict('alert-action-refused', `An alert that is ${status} cannot be changed so.`);
}
