import { setTimeout as sleep } from 'node:timers/promises';
import { apiWith, type Api } from '../../api/api-client.ts';
import type { Settings } from '../../settings.ts';
import { answersFor, instrumentUrls, type SeedInstruments } from '../instruments.ts';
import type { Turn, TurnAnswer } from './plan-turns.ts';
import { unlessDone } from './staff.ts';

interface Request {
  readonly requestId: string;
  readonly instrument: { readonly url: string };
  readonly sessionId: string | null;
  readonly status: string;
}

const actionTo = { completed: 'complete', missed: 'miss', cancelled: 'cancel', booked: null } as const;
const everyMs = 50;
const patienceMs = 5_000;

/** The therapist writes up the session and shows the code of what is asked; the client answers behind it. */
export async function takeTurn(
  { client: { clientId }, session, answer }: Turn,
  at: Date,
  therapist: Api,
  instruments: SeedInstruments,
  settings: Settings,
): Promise<void> {
  const action = session && actionTo[session.status];
  if (action) {
    const path = `/api/scheduling/sessions/${session.sessionId}/${action}`;
    await unlessDone(therapist.post(path, {}, { 'if-match': '"1"' }));
  }
  if (!answer) return;
  if (answer.ask) await askByHand(therapist, clientId, answer, at);
  for (const request of await openRequests(therapist, clientId, session?.sessionId)) {
    await unlessDone(answerRequest(therapist, request, answer, instruments, settings));
  }
}

/** The same key at the same step: whoever asks again after an interruption gets the same request. */
function askByHand(therapist: Api, clientId: string, { ask }: TurnAnswer, at: Date) {
  const request = { clientId, instrument: { url: instrumentUrls[ask ?? 'alliance'] } };
  const key = { 'idempotency-key': `seed ${ask} ${clientId} ${at.toISOString()}` };
  return therapist.post('/api/questionnaires/requests', request, key);
}

/** What the client has not answered yet; the policy hears of a session a moment after it was written up. */
async function openRequests(
  therapist: Api,
  clientId: string,
  sessionId: string | undefined,
): Promise<Request[]> {
  for (const end = Date.now() + patienceMs; ; await sleep(everyMs)) {
    const path = `/api/questionnaires/requests?limit=20&clientId=${clientId}`;
    const { items } = await therapist.get<{ items: Request[] }>(path);
    const isThere = sessionId === undefined || items.some((request) => request.sessionId === sessionId);
    if (isThere || Date.now() > end) return items.filter(({ status }) => status === 'open');
  }
}

async function answerRequest(
  therapist: Api,
  { requestId, instrument: { url } }: Request,
  answer: TurnAnswer,
  instruments: SeedInstruments,
  settings: Settings,
): Promise<void> {
  const instrument = url === instrumentUrls.outcome ? 'outcome' : 'alliance';
  const { link } = await therapist.post<{ link: string }>(`/api/questionnaires/requests/${requestId}/code`);
  const client = apiWith(settings, { 'attune-link': link.split('#')[1] ?? '' });
  const given = { instrument, total: answer[instrument], harm: answer.harm, responseId: requestId } as const;
  const answers = answersFor(given, instruments[instrument]);
  const key = { 'idempotency-key': `seed ${requestId}` };
  await client.post('/api/questionnaires/check-in/responses', { answers }, key);
}
