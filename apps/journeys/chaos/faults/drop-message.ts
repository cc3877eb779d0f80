import { setTimeout as sleep } from 'node:timers/promises';
import { seeClient } from '../check/see-client.ts';
import type { Fault, Scene } from '../fault.ts';
import { findAndSkip } from '../platform/dead-letters.ts';
import type { Patient } from '../stream/patient.ts';
import { untilTrue } from '../until-true.ts';
import { whileBrokerIsFrozen } from './break-servers.ts';

const answers = 'attune.internal.answers';

/**
 * Takes one row out of the outbox before it is published, which no part of the platform would do: the next number of
 * that client must be noticed as one too many, and wait, while all others go on.
 */
export const dropMessage: Fault = {
  name: 'dropped-message',
  async run(scene) {
    const victims = await scene.clinic.admit(scene.rounds);
    for (const victim of victims) {
      await victim.submit(3);
      await scene.strike(() => drop(scene, victim));
      await mustBeNoticed(scene, victim);
    }
  },
};

async function drop({ platform }: Scene, victim: Patient): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const dropped = await whileBrokerIsFrozen(platform, async () => {
      // The relay stands still with what the stream has given it by now; what comes from here on waits in the table.
      await sleep(1_000);
      await victim.submit(4);
      const rows = await platform.sql(
        `DELETE FROM questionnaires.outbox WHERE id IN (
           SELECT id FROM questionnaires.outbox WHERE topic = $1 AND key = $2 FOR UPDATE SKIP LOCKED) RETURNING 1`,
        [answers, victim.clientId],
      );
      return rows.length > 0;
    });
    if (dropped) return;
  }
  throw new Error('no message could be dropped');
}

async function mustBeNoticed({ platform, clinic }: Scene, victim: Patient): Promise<void> {
  const { responseId } = await victim.submit(2);
  const scored = async () => (await seeClient(clinic, victim.clientId)).scored;
  await findAndSkip(platform, clinic, 'scoring', ({ key, kind, topic }) => {
    return key === victim.clientId && kind === 'gap' && topic === answers;
  });
  await untilTrue('what waited behind the gap is scored', 20_000, async () =>
    (await scored()).includes(responseId),
  );
  // The one that was dropped is the one that is missing, and no other.
  const missing = victim.submissions.length - (await scored()).length;
  if (missing < 1) throw new Error('nothing is missing, so nothing was dropped');
}
