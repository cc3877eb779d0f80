import { z } from 'zod';
import type { TopicName } from './topics.ts';

/** An event as its producer hands it over, before messaging numbers it. */
export interface EventToAppend<Data = unknown> {
  readonly type: string;
  readonly topic: TopicName;
  /** Decides the partition; events of one key are delivered in order. */
  readonly key: string;
  /** The id of the thing that the event is about. */
  readonly subject: string;
  /** When it happened by the platform's clock. */
  readonly time: Date;
  readonly data: Data;
  readonly dataschema: string;
  readonly source: string;
}

export interface EventDefinition<Schema extends z.ZodObject> {
  /** `attune.<producer>.<event>.v<n>`; a version only ever gains optional fields. */
  readonly type: string;
  readonly topic: TopicName;
  readonly title: string;
  /** When it is published, and what a subscriber may conclude. */
  readonly description: string;
  readonly schema: Schema;
  readonly example: z.infer<Schema>;
}

export interface EventContract<Schema extends z.ZodObject = z.ZodObject> extends EventDefinition<Schema> {
  readonly producer: string;
  readonly source: string;
  readonly dataschema: string;
  event(of: {
    key: string;
    subject: string;
    time: Date;
    data: z.infer<Schema>;
  }): EventToAppend<z.infer<Schema>>;
  /** Reads data off the wire. Unknown fields are dropped. @throws z.ZodError when it breaks the contract */
  parse(data: unknown): z.infer<Schema>;
}

/** The data that a contract's events carry. */
export type DataOf<Contract> = Contract extends EventContract<infer Schema> ? z.infer<Schema> : never;

export function defineEvent<Schema extends z.ZodObject>(
  definition: EventDefinition<Schema>,
): EventContract<Schema> {
  const { type, topic, schema } = definition;
  const producer = type.split('.')[1] ?? '';
  const source = `/attune/${producer}`;
  const dataschema = `https://attune.example/events/${type}.json`;
  return {
    ...definition,
    producer,
    source,
    dataschema,
    event: ({ key, subject, time, data }) => ({ type, topic, key, subject, time, data, dataschema, source }),
    parse: (data) => schema.parse(data),
  };
}
