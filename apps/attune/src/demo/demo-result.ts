/** What `npm run demo -- --json` prints: the shape is fixed. */
export interface DemoResult {
  readonly responses: readonly DemoResponse[];
}

export interface DemoResponse {
  readonly instrument: string;
  readonly responseId: string;
  readonly scores: readonly { readonly scale: string; readonly value: number | null }[];
  readonly alert: { readonly id: string; readonly rule: string; readonly therapist: string } | null;
  readonly milliseconds: Hops;
}

export interface Hops {
  readonly submitToCommit: number | null;
  readonly commitToBroker: number | null;
  readonly brokerToScore: number | null;
  readonly scoreToAlert: number | null;
  readonly submitToAlert: number | null;
}

const time = (milliseconds: number | null) => (milliseconds === null ? '–' : `${milliseconds.toFixed(1)} ms`);

/** The same for reading. Pure. */
export function demoText({ responses }: DemoResult, why: ReadonlyMap<string, string>): string {
  return responses
    .map(({ instrument, responseId, scores, alert, milliseconds: hops }) =>
      [
        `${instrument}  ${responseId}`,
        `  submitted  stored after ${time(hops.submitToCommit)}, on Kafka after ${time(hops.commitToBroker)} more`,
        `  scored     ${scores.map(({ scale, value }) => `${scale} ${value ?? 'not scorable'}`).join(', ')}  (${time(hops.brokerToScore)} later)`,
        alert
          ? `  alert      to ${alert.therapist}: ${why.get(responseId) ?? alert.rule}  (${time(hops.scoreToAlert)} later)`
          : '  alert      none: nothing in these scores asks for one',
        ...(alert ? [`  in all     ${time(hops.submitToAlert)} from submission to alert`] : []),
      ].join('\n'),
    )
    .join('\n\n');
}
