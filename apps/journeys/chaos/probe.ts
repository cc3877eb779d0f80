import type { ChaosPlatform } from './platform/chaos-platform.ts';
import { seeClient } from './check/see-client.ts';
import type { Clinic } from './stream/clinic.ts';
import type { Patient } from './stream/patient.ts';
import { untilTrue } from './until-true.ts';

/**
 * Sends a response that must alert and waits until every service has done its part about it.
 * @returns the seconds that took
 */
export async function probe(
  platform: ChaosPlatform,
  clinic: Clinic,
  patient: Patient,
  withinMs: number,
): Promise<number> {
  const began = performance.now();
  const { responseId } = await patient.submit(1);
  await untilTrue('a response is scored and alerts again', withinMs, async () => {
    const { scored, alerts, course } = await seeClient(clinic, patient.clientId);
    const signals = alerts.flatMap((alert) => alert.signals);
    const alerted = signals.some((signal) => signal.responseId === responseId);
    return alerted && scored.includes(responseId) && course.includes(responseId);
  });
  // Scheduling is on no response's way.
  await clinic.door.get('/api/scheduling/people?limit=1', clinic.operations);
  await untilTrue('the platform is ready', withinMs, async () => {
    const ready = await fetch(`${platform.origin}/health/ready`).catch(() => null);
    await ready?.text();
    return ready?.status === 200;
  });
  return (performance.now() - began) / 1000;
}
