import { addDays } from '../calendar.ts';
import type { SeedClient } from '../clinic.ts';
import { relationshipsOf, type historyOf, type SeedResponse, type SeedSession } from '../history.ts';
import type { InstrumentName } from '../instruments.ts';
import { chance } from '../random.ts';
import { absenceAround, cancelledBy } from './absence.ts';
import { allianceIn, fateIn, outcomeIn, storiesOf, type Story } from './stories.ts';
import { liveFrom, timetable, type Step } from './timetable.ts';

/** What a client does at a step: a session that was held is written up, and what the client is asked is answered. */
export interface Turn {
  readonly client: SeedClient;
  /** With the status that it comes to. */
  readonly session: SeedSession | null;
  /** Null where nothing is answered. */
  readonly answer: TurnAnswer | null;
}

export interface TurnAnswer {
  /** The therapist asks for it between sessions; otherwise a policy has asked. */
  readonly ask: InstrumentName | null;
  readonly alliance: number;
  readonly outcome: number;
  readonly harm: number;
}

export interface LiveStep extends Step {
  readonly turns: readonly Turn[];
}

type History = ReturnType<typeof historyOf>;
const atOnceShare = 0.6;
const askAgainAfterDays = 2;
/** How long PHQ-9 may be answered, and how many do not when no session reminds them. */
const outcomeDays = 6;
const neverShare = 0.15;

/** The last weeks of all histories as they are to be lived through, step by step. Pure. */
export function planTurns(
  clients: readonly SeedClient[],
  histories: readonly History[],
  anchor: Date,
): LiveStep[] {
  const steps = timetable(anchor);
  const turns = steps.map((): Turn[] => []);
  const stories = storiesOf(clients);
  const isCancelled = cancelledBy(absenceAround(anchor));
  for (const [index, client] of clients.entries()) {
    const { sessions, responses } = histories[index] as History;
    const live = sessions.filter((session) => isLive(session, anchor) && !isCancelled(session));
    const planned = turnsOf(client, stories.get(client.clientId), { live, responses, steps, anchor });
    for (const [step, turn] of planned) turns[step]?.push(turn);
  }
  return steps.map((step, index) => ({ ...step, turns: turns[index] as Turn[] }));
}

/** Booked when the live weeks begin, over when they end. */
export const isLive = ({ startsAt, endsAt }: SeedSession, anchor: Date): boolean =>
  startsAt > liveFrom(anchor).toISOString() && endsAt <= anchor.toISOString();

interface Given {
  readonly live: readonly SeedSession[];
  readonly responses: readonly SeedResponse[];
  readonly steps: readonly Step[];
  readonly anchor: Date;
}

function turnsOf(
  client: SeedClient,
  story: Story | undefined,
  { live, responses, steps, anchor }: Given,
): [step: number, turn: Turn][] {
  const random = chance(client.index * 97 + 11);
  const alliances = responses.filter(({ instrument }) => instrument === 'alliance');
  const outcomes = responses.filter(({ instrument }) => instrument === 'outcome').map(({ total }) => total);
  const before = alliances.filter(({ answeredAt }) => answeredAt < (live[0]?.startsAt ?? ''));
  const usual = before.slice(-6).reduce((sum, { total }, _, { length }) => sum + total / length, 0);
  const planned: [number, Turn][] = [];
  let answers = 0;
  const answer = (total: number | undefined, ask: InstrumentName | null = null): TurnAnswer => ({
    ask,
    alliance: allianceIn(story, usual, answers++) ?? total ?? Math.round(usual),
    outcome: outcomeIn(story, outcomes),
    harm: story === 'harm' && ask === 'outcome' ? 1 : 0,
  });
  for (const [number, session] of live.entries()) {
    const evening = steps.findIndex(({ at, kind }) => kind === 'evening' && at >= new Date(session.endsAt));
    const fate = story ? fateIn(story, live.length - number) : session.status;
    const total = alliances.find(({ sessionId }) => sessionId === session.sessionId)?.total;
    const later = !story && random.next() > atOnceShare && evening + 1 < steps.length;
    const answered =
      fate === 'completed' && story !== 'silent' && (story !== undefined || total !== undefined);
    const held = { ...session, status: fate };
    const asks = number === 0 && (story === 'harm' || story === 'worse') ? 'outcome' : null;
    if (!answered || later) planned.push([evening, { client, session: held, answer: null }]);
    if (answered && !later) planned.push([evening, { client, session: held, answer: answer(total, asks) }]);
    if (answered && later) planned.push([evening + 1, { client, session: null, answer: answer(total) }]);
    if (story !== 'unrepaired') continue;
    const again = addDays(new Date(session.endsAt), askAgainAfterDays);
    const morning = steps.findIndex(({ at, kind }) => kind === 'morning' && at >= again);
    if (morning >= 0)
      planned.push([morning, { client, session: null, answer: answer(undefined, 'alliance') }]);
  }
  for (const due of outcomeDue(client, anchor)) {
    // The step after the one at which it is asked.
    const next = steps.findIndex(({ at }) => at > due) + 1;
    const until = addDays(due, outcomeDays);
    const isSoon = planned.some(
      ([step, turn]) => turn.answer && step >= next && (steps[step] as Step).at < until,
    );
    if (story === 'silent' || next < 1 || next >= steps.length || isSoon || random.next() < neverShare)
      continue;
    planned.push([next, { client, session: null, answer: answer(undefined) }]);
  }
  return planned;
}

/** When the policy asks for PHQ-9 in the live weeks: every four weeks of care. */
function outcomeDue(client: SeedClient, anchor: Date): Date[] {
  const [primary] = relationshipsOf(client, anchor);
  const first = new Date(primary?.from ?? anchor);
  return Array.from({ length: 14 }, (_, number) => addDays(first, 28 * (number + 1))).filter(
    (due) => client.active && due > liveFrom(anchor) && due < anchor,
  );
}
