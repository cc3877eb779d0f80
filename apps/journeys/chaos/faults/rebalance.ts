import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import type { Fault } from '../fault.ts';
import type { ChaosPlatform } from '../platform/chaos-platform.ts';

const groups = ['scoring', 'alerting', 'caseload', 'questionnaires'] as const;
const stayMs = 800;

/** A stranger with the service's own name joins its group, is given some of its partitions, does nothing and leaves. */
async function visit(platform: ChaosPlatform, groupId: string): Promise<void> {
  const kafka = platform.kafkaAs(groupId);
  const guest = kafka.consumer({ groupId, sessionTimeout: 6_000, heartbeatInterval: 500 });
  await guest.connect();
  try {
    await guest.subscribe({ topics: await topicsOf(platform, groupId), fromBeginning: true });
    const joined = new Promise((resolve) => guest.on(guest.events.GROUP_JOIN, resolve));
    await guest.run({ autoCommit: false, eachBatch: () => Promise.resolve() });
    await Promise.race([joined, sleep(8_000)]);
    await sleep(stayMs);
  } finally {
    await guest.disconnect();
  }
}

/** What the group reads; all its members must say the same. */
async function topicsOf(platform: ChaosPlatform, groupId: string): Promise<string[]> {
  const admin = platform.kafkaAs().admin();
  await admin.connect();
  try {
    const { groups: found } = await admin.describeGroups([groupId]);
    const metadata = found[0]?.members[0]?.memberMetadata;
    const topics = metadata && kafkajs.AssignerProtocol.MemberMetadata.decode(metadata)?.topics;
    if (!topics) throw new Error(`nobody is in the group ${groupId}`);
    return topics;
  } finally {
    await admin.disconnect();
  }
}

export const rebalance: Fault = {
  name: 'rebalances',
  async run({ platform, rounds, strike }) {
    for (let round = 0; round < rounds; round++)
      for (const group of groups) await strike(() => visit(platform, group));
  },
};
