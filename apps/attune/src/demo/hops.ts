import type { Span } from '../trace/span.ts';
import type { Hops } from './demo-result.ts';

/** How long each part of the way took, from the spans of its trace. Pure; null where a span is missing. */
export function hopsOf(spans: readonly Span[], { alerted }: { alerted: boolean }): Hops {
  const end = (span: Span | undefined) => (span ? span.startMs + span.durationMs : undefined);
  const find = (service: string, name: RegExp) =>
    spans.find((span) => span.service === service && name.test(span.name));
  const submitted = spans.find(({ service }) => service === 'questionnaires')?.startMs;
  const committed = end(find('questionnaires', /POST/));
  const published = end(find('questionnaires', /publish.*answers|answers.*publish/));
  const scored = end(find('scoring', /answers-submitted/));
  const alerting = alerted ? end(find('alerting', /response-scored/)) : undefined;
  return {
    submitToCommit: between(submitted, committed),
    commitToBroker: between(committed, published),
    brokerToScore: between(published, scored),
    scoreToAlert: between(scored, alerting),
    submitToAlert: between(submitted, alerting),
  };
}

function between(from: number | undefined, to: number | undefined): number | null {
  return from === undefined || to === undefined ? null : Math.round((to - from) * 100) / 100;
}
