import { append } from '@attune/messaging';
import { audit, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { primaryAt } from '../../domain/cadence/care.ts';
import { decideRequest, type ClientNow } from '../../domain/cadence/decide-request.ts';
import { dueRequests, type PlannedRequest } from '../../domain/cadence/due-requests.ts';
import type { Policy } from '../../domain/cadence/policy.ts';
import { nextReminder } from '../../domain/cadence/reminders.ts';
import type { InstrumentRef } from '../../domain/instrument.ts';
import { unheard } from '../../domain/request.ts';
import {
  answeredSince,
  careOf,
  lockClients,
  openInstruments,
  teamsOf,
} from '../../store/client-circumstances.store.ts';
import { findInstrument } from '../../store/instrument.store.ts';
import { insertPlanned, takePlanned, takePlannedOf } from '../../store/planned-request.store.ts';
import { policiesFor } from '../../store/policy.store.ts';
import { insertPolicyRequests, type PolicyRequest } from '../../store/sweep-request.store.ts';
import { issuedEvent } from '../request-events.ts';

const lookAgainMs = 60_000;
const day = 24 * 60 * 60 * 1000;
/** No session is asked about later than its longest delay and window, and a day. */
const lookBackMs = 62 * day;

/** Makes requests of what was planned and has come due. What is taken off the list is decided in the same transaction. */
@Injectable()
export class IssueDue {
  /** @returns how many were taken off the list */
  async some(tx: Transaction, now: Date, limit: number): Promise<number> {
    const planned = await takePlanned(tx, now, limit);
    if (planned.length > 0) await this.decide(tx, planned, now);
    return planned.length;
  }

  async forClient(tx: Transaction, clientId: string, now: Date): Promise<void> {
    const planned = await takePlannedOf(tx, clientId, now);
    if (planned.length > 0) await this.decide(tx, planned, now);
  }

  private async decide(tx: Transaction, planned: readonly PlannedRequest[], now: Date): Promise<void> {
    const clientIds = [...new Set(planned.map(({ clientId }) => clientId))];
    const clients = await readClients(tx, clientIds, now);
    const policies = await policiesFor(tx, clientIds);
    const instruments = new Map<string, InstrumentRef | null>();
    const waiting: PlannedRequest[] = [];
    const requests: PolicyRequest[] = [];
    for (const each of planned.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())) {
      const client = clients.get(each.clientId) as ClientOpen;
      const decision = decideRequest(each, policies, client, now);
      if (decision.what === 'wait') waiting.push(each);
      if (decision.what !== 'issue') continue;
      const { policy } = decision;
      const instrument = await versionOf(tx, policy, instruments);
      if (!instrument) continue;
      client.open.add(instrument.url);
      requests.push(toRequest(each, policy, instrument, now));
    }
    await insertPlanned(tx, waiting, new Date(now.getTime() + lookAgainMs));
    const made = await insertPolicyRequests(tx, requests);
    const issued = requests.filter(({ requestId }) => made.has(requestId));
    append(tx, ...issued.map(issuedEvent));
    const asked = issued.map(({ clientId }) => clientId);
    if (asked.length > 0) audit(tx, { person: null, action: 'issue-request', clientIds: asked, at: now });
    const recurring = planned.filter(({ trigger }) => trigger === 'every-n-weeks');
    // The next one at once: were it planned later, one that comes due meanwhile would be missed.
    const next = [...new Set(recurring.map(({ clientId }) => clientId))].flatMap((clientId) => {
      const history = { clientId, care: clients.get(clientId)?.care ?? [] };
      return dueRequests(policies, history, { kind: 'care-goes-on' }, now);
    });
    await insertPlanned(
      tx,
      next.filter(({ trigger }) => trigger === 'every-n-weeks'),
    );
  }
}

interface ClientOpen extends ClientNow {
  readonly open: Set<string>;
}

/** Holds the clients, so that no other request to them is decided on at the same time. */
async function readClients(
  tx: Transaction,
  clientIds: readonly string[],
  now: Date,
): Promise<Map<string, ClientOpen>> {
  const known = await lockClients(tx, clientIds);
  const care = await careOf(tx, clientIds);
  const open = await openInstruments(tx, clientIds, now);
  const answered = await answeredSince(tx, clientIds, new Date(now.getTime() - lookBackMs));
  const primaries = new Map(
    clientIds.flatMap((id) => {
      const primary = primaryAt(care.get(id) ?? [], now);
      return primary === null ? [] : [[id, primary] as const];
    }),
  );
  const teams = await teamsOf(tx, [...new Set(primaries.values())]);
  return new Map(
    clientIds.map((id) => {
      const team = teams.get(primaries.get(id) ?? '') ?? null;
      return [
        id,
        {
          ...{ known: known.has(id), team, care: care.get(id) ?? [] },
          ...{ open: open.get(id) ?? new Set<string>(), answered: answered.get(id) ?? [] },
        },
      ];
    }),
  );
}

/** Which version is asked: the named one, or the newest. */
async function versionOf(
  tx: Transaction,
  { instrument: { url, version } }: Policy,
  known: Map<string, InstrumentRef | null>,
): Promise<InstrumentRef | null> {
  const key = `${url}|${version ?? ''}`;
  let found = known.get(key);
  if (found === undefined) {
    const instrument = await findInstrument(tx, { url, version });
    found = instrument && { url: instrument.url, version: instrument.version };
    known.set(key, found);
  }
  return found;
}

function toRequest(
  { clientId, sessionId, occasion }: PlannedRequest,
  { code, windowDays, reminderHours }: Policy,
  instrument: InstrumentRef,
  issuedAt: Date,
): PolicyRequest {
  const expiresAt = new Date(issuedAt.getTime() + windowDays * day);
  return {
    ...{ requestId: newId(), clientId, instrument, sessionId },
    ...{ issuedAt: issuedAt.toISOString(), expiresAt: expiresAt.toISOString() },
    ...{ revokedAt: null, answeredAt: null, responseId: null, ...unheard },
    ...{ policy: code, occasion, delivery: 'message', reminderHours },
    nextReminderAt: nextReminder({ issuedAt, expiresAt }, reminderHours, issuedAt),
  };
}
