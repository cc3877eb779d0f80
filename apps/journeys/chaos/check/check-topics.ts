import { responseScored, responseSubmitted } from '@attune/contracts';
import type { Submission } from '../stream/patient.ts';
import { compareSets, doubled, type Finding, lost, reordered } from './finding.ts';

/** A message as it stands in a topic. */
export interface Delivery {
  readonly topic: string;
  readonly key: string;
  readonly id: string;
  readonly type: string;
  readonly sequence: number;
  readonly subject: string;
}

/**
 * First deliveries, repeats of the same event aside, must have the numbers 1, 2, 3 … for each topic and key.
 * @param deliveries in the order of their partition
 */
export function checkOrder(deliveries: readonly Delivery[]): Finding[] {
  const findings: Finding[] = [];
  for (const [place, all] of Map.groupBy(deliveries, ({ topic, key }) => `${topic}/${key}`)) {
    const seen = new Set<string>();
    const firsts = all.filter(({ id }) => !seen.has(id) && seen.add(id)).map(({ sequence }) => sequence);
    let highest = 0;
    for (const sequence of firsts) {
      if (sequence < highest) findings.push(reordered(`${place}: ${sequence} came after ${highest}`));
      highest = Math.max(highest, sequence);
    }
    const numbers = new Set(firsts);
    if (numbers.size < firsts.length) findings.push(doubled(`${place}: two events with the same number`));
    for (let number = 1; number < highest; number++) {
      if (!numbers.has(number)) findings.push(lost(`${place}: ${number} never came`));
    }
  }
  return findings;
}

/** Each acknowledged response is told of once, and scored once, whatever came twice on the wire. */
export function checkEvents(deliveries: readonly Delivery[], submissions: readonly Submission[]): Finding[] {
  const responses = submissions.map(({ responseId }) => responseId);
  return [responseSubmitted, responseScored].flatMap(({ type }) => {
    const events = new Map(
      deliveries.filter((delivery) => delivery.type === type).map(({ id, subject }) => [id, subject]),
    );
    return compareSets(type, responses, [...events.values()]);
  });
}
