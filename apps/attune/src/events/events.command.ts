import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import kafkajs from 'kafkajs';
import { administrator, kafkaConfig, LocalError, publicTopics, topics } from '@attune/local';
import { settingsInUse } from '../up/settings-in-use.ts';
import { readBroker } from '../up/read-broker.ts';
import { eventLine } from './event-line.ts';

export function addEvents(program: Command): void {
  program
    .command('events')
    .argument('[topic]', 'e.g. scores or attune.public.scores; all public topics when left out')
    .option('--from-beginning', 'begin with the oldest')
    .description('follow events as they pass')
    .action(tail);
}

/** The full names meant by what was typed: the last part is enough. */
export function topicsMeant(typed: string | undefined): string[] {
  if (typed === undefined) return publicTopics;
  const found = topics.map(({ name }) => name).find((name) => name === typed || name.endsWith(`.${typed}`));
  if (found) return [found];
  throw new LocalError(
    `There is no topic ${typed}: choose from ${topics.map(({ name }) => name.split('.').at(-1)).join(', ')}.`,
  );
}

async function tail(
  typed: string | undefined,
  { fromBeginning = false }: { fromBeginning?: boolean },
): Promise<void> {
  const wanted = topicsMeant(typed);
  const broker = await readBroker(await settingsInUse(), administrator);
  const consumer = new kafkajs.Kafka(kafkaConfig(broker)).consumer({ groupId: `attune-cli-${randomUUID()}` });
  try {
    await consumer.connect();
  } catch {
    throw new LocalError('Kafka does not answer: start Attune with npm start (PORT chooses the port).');
  }
  await consumer.subscribe({ topics: wanted, fromBeginning });
  await consumer.run({
    autoCommit: false,
    eachMessage: ({ topic, message }) => {
      const headers = Object.fromEntries(
        Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]),
      );
      const [key, value] = [message.key?.toString() ?? '', message.value?.toString() ?? null];
      process.stdout.write(`${eventLine({ topic, key, headers, value })}\n`);
      return Promise.resolve();
    },
  });
  const stop = () => void consumer.disconnect().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // `attune events | head` closes the pipe.
  process.stdout.once('error', stop);
}
