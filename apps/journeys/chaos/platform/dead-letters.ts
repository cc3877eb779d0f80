import type { Clinic } from '../stream/clinic.ts';
import { untilTrue } from '../until-true.ts';
import type { ChaosPlatform } from './chaos-platform.ts';

export interface DeadLetter {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly sequence: number;
  readonly kind: string;
  readonly reason: string;
}

/** What a service has parked, as its administrator sees it. */
export async function deadLettersOf(
  platform: ChaosPlatform,
  { door }: Clinic,
  service: string,
): Promise<readonly DeadLetter[]> {
  const token = await platform.tokenOf('admin');
  const path = `/api/${service}/dead-letters?limit=200`;
  return (await door.get<{ items: DeadLetter[] }>(path, token)).items;
}

const shownWithinMs = 20_000;

/** Waits until a message is shown, leaves it out as an operator does, and waits until it is gone. */
export async function findAndSkip(
  platform: ChaosPlatform,
  clinic: Clinic,
  service: string,
  is: (letter: DeadLetter) => boolean,
): Promise<DeadLetter> {
  let found: DeadLetter | undefined;
  await untilTrue(`${service} shows what it has parked`, shownWithinMs, async () => {
    found = (await deadLettersOf(platform, clinic, service)).find(is);
    return found !== undefined;
  });
  const letter = found as unknown as DeadLetter;
  await platform.attune('dead-letters', 'skip', letter.id, '--reason', 'chaos run');
  await untilTrue(`${service} goes on behind it`, shownWithinMs, async () => {
    return !(await deadLettersOf(platform, clinic, service)).some(is);
  });
  return letter;
}
