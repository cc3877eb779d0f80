import { apiWith, type Api } from '../api/api-client.ts';
import type { Settings } from '../settings.ts';

export interface Submission {
  readonly responseId: string;
  readonly submittedAt: string;
  readonly traceId: string;
}

/** Asks a client for a response and answers as the client does: through the link, knowing nothing else. */
export async function answerThroughLink(
  settings: Settings,
  staff: Api,
  request: { clientId: string; instrumentUrl: string; sessionId?: string },
  answersFor: (linkIds: string[]) => { linkId: string; value: number | null }[],
): Promise<Submission> {
  const issued = await staff.post<{ link: string }>(
    '/api/questionnaires/requests',
    {
      clientId: request.clientId,
      instrument: { url: request.instrumentUrl },
      ...(request.sessionId && { sessionId: request.sessionId }),
    },
    { 'idempotency-key': crypto.randomUUID() },
  );
  const client = apiWith(settings, { 'attune-link': issued.link.split('#')[1] ?? '' });
  const form = await client.get<{ instrument: { items: { linkId: string }[] } }>(
    '/api/questionnaires/check-in',
  );
  const answers = answersFor(form.instrument.items.map(({ linkId }) => linkId));
  // The client's own trace id, so that the path can be looked up afterwards.
  const traceId = crypto.randomUUID().replaceAll('-', '');
  const submitted = await client.post<{ responseId: string; submittedAt: string }>(
    '/api/questionnaires/check-in/responses',
    { answers },
    {
      'idempotency-key': crypto.randomUUID(),
      traceparent: `00-${traceId}-${traceId.slice(0, 16)}-01`,
    },
  );
  return { ...submitted, traceId };
}
