import type { Clinic } from '../stream/clinic.ts';
import type { Patient } from '../stream/patient.ts';
import { checkClient } from './check-client.ts';
import { checkEvents, checkOrder } from './check-topics.ts';
import type { Finding } from './finding.ts';
import { readRules, seeClient } from './see-client.ts';
import type { TopicLog } from './topic-log.ts';

const atOnce = 6;

export interface Examination {
  readonly findings: readonly Finding[];
  /** Messages that came more than once on the wire, which is allowed. */
  readonly repeats: number;
}

/** Compares what these clients have sent with what became of it, on the topics and in every service. */
export async function examine(
  clinic: Clinic,
  patients: readonly Patient[],
  log: TopicLog,
): Promise<Examination> {
  await log.read();
  const ours = new Set(patients.map(({ clientId }) => clientId));
  const deliveries = log.deliveries.filter(({ key }) => ours.has(key));
  const submissions = patients.flatMap((patient) => patient.submissions);
  const rules = await readRules(clinic);
  const ofClients: Finding[] = [];
  const queue = [...patients];
  const worker = async () => {
    for (let patient = queue.shift(); patient; patient = queue.shift()) {
      const seen = await seeClient(clinic, patient.clientId);
      ofClients.push(...checkClient(seen, patient.submissions, rules));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return {
    findings: [...checkOrder(deliveries), ...checkEvents(deliveries, submissions), ...ofClients],
    repeats: deliveries.length - new Set(deliveries.map(({ id }) => id)).size,
  };
}
