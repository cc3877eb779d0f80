import { setTimeout as sleep } from 'node:timers/promises';
import { LocalError } from '@attune/local';
import { ApiError, type Api } from '../api/api-client.ts';

export interface Score {
  readonly responseId: string;
  readonly scales: readonly { readonly scale: string; readonly value: number | null }[];
}

export interface Alert {
  readonly alertId: string;
  readonly recipientId: string | null;
  readonly recipientName: string | null;
  readonly explanation: string;
  readonly signals: readonly {
    readonly responseId: string | null;
    readonly rule: string;
    readonly withdrawn: boolean;
  }[];
}

const patienceMs = 30_000;
const everyMs = 10;

async function soon<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(everyMs)) {
    const found = await ask();
    if (found !== undefined) return found;
  }
  throw new LocalError(
    `${what} did not appear within ${patienceMs / 1000} s: see the logs and attune dead-letters list.`,
  );
}

/** The response's scores, as soon as they are there. */
export function scoreOf(api: Api, responseId: string): Promise<Score> {
  return soon(`The score of ${responseId}`, async () => {
    try {
      return await api.get<Score>(`/api/scoring/scores/by-response/${responseId}`);
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    }
  });
}

/** The client's open alert that the response has caused or joined. */
export function alertOf(api: Api, clientId: string, responseId: string): Promise<Alert> {
  return soon(`The alert for ${responseId}`, async () => {
    const path = `/api/alerting/alerts?status=open,acknowledged&clientId=${clientId}`;
    const { items } = await api.get<{ items: Alert[] }>(path);
    return items.find((alert) => alert.signals.some((signal) => signal.responseId === responseId));
  });
}
