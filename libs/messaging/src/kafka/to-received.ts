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
    key: key?.toString('utf8') ?? null,
    value: value?.toString('utf8') ?? null,
    headers: toStrings(headers ?? {}),
  });
}

function toStrings(headers: IHeaders): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name, first.toString('utf8')] as const];
  });
  return Object.fromEntries(entries);
}
