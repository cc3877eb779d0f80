import type { Api } from '../api/api-client.ts';
import type { Settings } from '../settings.ts';
import { answerThroughLink } from './check-in-door.ts';
import { seedTherapists, type SeedClient } from './clinic.ts';
import { answersFor, instrumentUrls, type InstrumentName } from './instruments.ts';

/**
 * Answers given just now, each of which is an alert: all alliances are weak, and well below what is to be expected
 * after a good course; one answer is about harm. By place in the list of therapists; the demo `therapist` is the first
 * and gets three.
 */
const given: readonly (readonly [place: number, instrument: InstrumentName, total: number, harm?: number])[] =
  [
    [0, 'alliance', 29],
    [0, 'alliance', 33],
    [1, 'alliance', 31],
    [3, 'alliance', 34],
    [6, 'alliance', 27],
    [10, 'alliance', 32],
    [0, 'outcome', 11, 1],
  ];

export interface TodaysAnswer {
  readonly client: SeedClient;
  readonly instrument: InstrumentName;
  readonly total: number;
  /** What was answered about thoughts of harm, as part of the total. */
  readonly harm: number;
}

/** Who answers today, and what. Pure. */
export function todaysAnswers(clients: readonly SeedClient[]): TodaysAnswer[] {
  const taken = new Set<string>();
  return given.map(([place, instrument, total, harm = 0]) => {
    const therapistId = seedTherapists[place]?.personId;
    const client = clients.find(
      (each) =>
        each.therapistId === therapistId && each.active && each.sessions >= 8 && !taken.has(each.clientId),
    );
    if (!client) throw new Error(`the clinic has no active client for therapist ${place}`);
    taken.add(client.clientId);
    return { client, instrument, total, harm };
  });
}

export async function answerToday(
  settings: Settings,
  staff: Api,
  clients: readonly SeedClient[],
  from: number,
  onAnswered: (count: number) => Promise<void>,
): Promise<void> {
  for (const [index, { client, instrument, total, harm }] of todaysAnswers(clients).entries()) {
    if (index < from) continue;
    await answerThroughLink(
      settings,
      staff,
      { clientId: client.clientId, instrumentUrl: instrumentUrls[instrument] },
      (linkIds) => answersFor({ instrument, total, harm, responseId: client.clientId }, { linkIds }),
    );
    await onAnswered(index + 1);
  }
}
