import type { Api } from '../api/api-client.ts';
import type { Settings } from '../settings.ts';
import { answerThroughLink } from './check-in-door.ts';
import { seedTherapists, type SeedClient } from './clinic.ts';
import { answersFor, instrumentUrls } from './instruments.ts';

/** Totals of the answers given just now: all weak, and well below what is to be expected after a good course. */
const totals = [29, 33, 31, 34, 27, 32];
/** By place in the list of therapists; the demo `therapist` is the first and gets two. */
const whose = [0, 0, 1, 3, 6, 10];

/** The active clients whose alliance breaks today. Pure. */
export function ruptures(clients: readonly SeedClient[]): { client: SeedClient; total: number }[] {
  const taken = new Set<string>();
  return whose.map((place, index) => {
    const therapistId = seedTherapists[place]?.personId;
    const client = clients.find(
      (each) =>
        each.therapistId === therapistId && each.active && each.sessions >= 8 && !taken.has(each.clientId),
    );
    if (!client) throw new Error(`the clinic has no active client for therapist ${place}`);
    taken.add(client.clientId);
    return { client, total: totals[index] as number };
  });
}

export async function answerRuptures(
  settings: Settings,
  staff: Api,
  clients: readonly SeedClient[],
  from: number,
  onAnswered: (count: number) => Promise<void>,
): Promise<void> {
  const all = ruptures(clients);
  for (const [index, { client, total }] of all.entries()) {
    if (index < from) continue;
    await answerThroughLink(
      settings,
      staff,
      { clientId: client.clientId, instrumentUrl: instrumentUrls.alliance },
      (linkIds) =>
        answersFor(
          { instrument: 'alliance', total, responseId: client.clientId },
          { url: '', version: '', linkIds },
        ),
    );
    await onAnswered(index + 1);
  }
}
