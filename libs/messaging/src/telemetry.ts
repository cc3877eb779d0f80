import { meter, millisecondBuckets } from '@attune/platform';
import type { Attributes } from '@opentelemetry/api';

const advice = { explicitBucketBoundaries: millisecondBuckets };

/** Made at first use: an instrument that is asked for before telemetry has started measures nothing for ever. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
const histogram = (name: string, description: string) => {
  const instrument = lazily(() => meter().createHistogram(name, { description, advice }));
  return (ms: number, type: string): void => {
    instrument().record(Math.max(0, ms), { type });
  };
};
const counter = (name: string, description: string) => {
  const instrument = lazily(() => meter().createCounter(name, { description }));
  return (attributes: Attributes): void => {
    instrument().add(1, attributes);
  };
};

/** Numbers about delivery, in milliseconds or events. Attributes are types, topics and codes, nothing of the data. */
export const measure = {
  commitToBroker: histogram('attune_commit_to_broker_ms', 'append of an event to the broker having it'),
  brokerToHandler: histogram('attune_broker_to_handler_ms', 'the broker having an event to its handler'),
  handler: histogram('attune_handler_ms', 'an event in its handler, until the commit'),
  duplicate: counter('attune_events_duplicate', 'deliveries dropped as had before'),
  fallback: counter(
    'attune_batches_one_by_one',
    'shared transactions that failed and were taken apart, by code',
  ),
  unknown: counter('attune_events_unknown', 'events of types that nobody here handles'),
  parked: counter('attune_events_parked', 'events put aside, by kind'),
  gap: counter('attune_events_gap', 'numbers that never came: a loss, look at once'),
};
