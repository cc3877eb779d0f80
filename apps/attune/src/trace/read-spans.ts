import { apiAs } from '../api/api-client.ts';
import { urlOf, type Settings } from '../settings.ts';
import type { Span } from './span.ts';

/** The services that a response passes, in the order of its way. */
const onTheWay = ['gateway', 'questionnaires', 'scoring', 'alerting', 'caseload'] as const;

/** The recent spans that belong to a response or a trace, from every service's own memory. */
export async function readSpans(
  settings: Settings,
  query: { response?: string; trace?: string },
): Promise<Span[]> {
  const search = new URLSearchParams(query as Record<string, string>);
  const found = await Promise.all(
    onTheWay.map(async (service) => {
      const api = await apiAs(
        settings,
        'admin',
        urlOf(settings, service === 'gateway' ? 'gatewayInternal' : service),
      );
      const { spans } = await api.get<{ spans: Omit<Span, 'service'>[] }>(`/internal/spans?${search}`);
      return spans.map((span) => ({ ...span, service }));
    }),
  );
  return found.flat().sort((one, other) => one.startMs - other.startMs);
}

/** All spans of the trace in which the response was submitted. */
export async function spansOfResponse(settings: Settings, responseId: string): Promise<Span[]> {
  const named = await readSpans(settings, { response: responseId });
  const trace = named[0]?.traceId;
  return trace === undefined ? [] : readSpans(settings, { trace });
}
