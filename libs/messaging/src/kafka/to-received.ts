import type { IHeaders, KafkaMessage } from 'kafkajs';
import { receive, type ReceivedEvent } from '../inbox/received-event.ts';

/** From kafkajs's buffers to what the inbox understands. */
export function toReceived(
  { topic, partition }: { topic: string; partition: number },
  { key, value, headers, offset, timestamp }: KafkaMessage,
  prefix: string,
): ReceivedEvent {
  return receive({
    topic: topic.slice(prefix.length),
    partition,
    offset,
    timestamp,
    key: toText(key),
    value: toText(value),
    headers: toStrings(headers ?? {}),
  });
}

/** PostgreSQL keeps no NUL in a text, and what is put aside must be kept whatever it is. */
function toText(bytes: Buffer | string | null | undefined): string | null {
  return bytes?.toString('utf8').replaceAll('\u0000', '\uFFFD') ?? null;
}

function toStrings(headers: IHeaders): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[toText(name) ?? '', toText(first) ?? ''] as const];
  });
  return Object.fromEntries(entries);
}
