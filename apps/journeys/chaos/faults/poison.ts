import { answersSubmitted, headers as names, responseScored, toSequence } from '@attune/contracts';
import kafkajs, { type Producer } from 'kafkajs';
import type { Fault, Scene } from '../fault.ts';
import { findAndSkip } from '../platform/dead-letters.ts';

/** Sound envelopes around what nobody can read, each on a key of its own. */
const kinds = [
  { service: 'scoring', contract: answersSubmitted, value: '{"responseId": ' },
  { service: 'alerting', contract: responseScored, value: '{"responseId": 7}' },
  { service: 'caseload', contract: responseScored, value: '{"responseId": 7}' },
] as const;

async function send(producer: Producer, { contract, value }: (typeof kinds)[number]): Promise<string> {
  const { type, topic, source, dataschema } = contract;
  const key = crypto.randomUUID();
  const headers = {
    ...{ [names.specversion]: '1.0', [names.id]: crypto.randomUUID(), [names.type]: type },
    ...{ [names.source]: source, [names.subject]: key, [names.time]: new Date().toISOString() },
    ...{ [names.dataschema]: dataschema, [names.partitionkey]: key, [names.sequence]: toSequence(1) },
    [names.contentType]: 'application/json',
  };
  // Something that is no event at all goes with it.
  const messages = [
    { key: null, value: 'hello' },
    { key, value, headers },
  ];
  await producer.send({ topic, messages, acks: -1 });
  return key;
}

export const poison: Fault = {
  name: 'poison-messages',
  async run(scene) {
    const producer = scene.platform
      .kafkaAs()
      .producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
    await producer.connect();
    try {
      for (let round = 0; round < scene.rounds; round++)
        for (const kind of kinds) await strikeWith(scene, producer, kind);
    } finally {
      await producer.disconnect();
    }
  },
};

async function strikeWith(
  { platform, clinic, strike }: Scene,
  producer: Producer,
  kind: (typeof kinds)[number],
): Promise<void> {
  let key = '';
  await strike(async () => {
    key = await send(producer, kind);
  });
  await findAndSkip(
    platform,
    clinic,
    kind.service,
    (letter) => letter.key === key && letter.kind === 'poison',
  );
}
