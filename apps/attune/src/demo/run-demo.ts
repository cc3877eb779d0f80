import { apiAs, type Api } from '../api/api-client.ts';
import { answerThroughLink } from '../seed/check-in-door.ts';
import { instrumentUrls } from '../seed/instruments.ts';
import type { Settings } from '../settings.ts';
import { spansOfResponse } from '../trace/read-spans.ts';
import { chooseClient } from './choose-client.ts';
import type { DemoResponse, DemoResult } from './demo-result.ts';
import { alertOf, scoreOf } from './follow.ts';
import { hopsOf } from './hops.ts';

/** PHQ-9 answers that add up to 12, nothing in the item about harm; check-in answers that add up to 27 of 60. */
const known = {
  outcome: [2, 2, 2, 1, 1, 2, 1, 1, 0],
  alliance: [2, 2, 3, 2, 2, 2, 2, 3, 2, 2, 2, 3],
} as const;

const therapist = 'therapist';

export async function runDemo(settings: Settings): Promise<{ result: DemoResult; why: Map<string, string> }> {
  const api = await apiAs(settings, therapist);
  const clientId = await chooseClient(api);
  const why = new Map<string, string>();
  const outcome = await submit(settings, api, clientId, 'outcome', why);
  const alliance = await submit(settings, api, clientId, 'alliance', why);
  return { result: { responses: [outcome, alliance] }, why };
}

async function submit(
  settings: Settings,
  api: Api,
  clientId: string,
  instrument: keyof typeof known,
  why: Map<string, string>,
): Promise<DemoResponse> {
  const { responseId } = await answerThroughLink(
    settings,
    api,
    { clientId, instrumentUrl: instrumentUrls[instrument] },
    (linkIds) => linkIds.map((linkId, index) => ({ linkId, value: known[instrument][index] ?? null })),
  );
  const score = await scoreOf(api, responseId);
  const alert = instrument === 'alliance' ? await alertOf(api, clientId, responseId) : undefined;
  if (alert) why.set(responseId, alert.explanation);
  return {
    instrument: instrumentUrls[instrument].split('/').at(-1) as string,
    responseId,
    scores: score.scales.map(({ scale, value }) => ({ scale, value })),
    alert: alert
      ? {
          id: alert.alertId,
          rule: alert.signals.find((signal) => signal.responseId === responseId)?.rule ?? '',
          therapist: alert.recipientName ?? alert.recipientId ?? 'nobody yet',
        }
      : null,
    milliseconds: hopsOf(await spansOfResponse(settings, responseId), { alerted: alert !== undefined }),
  };
}
