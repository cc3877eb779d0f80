import type { Pipeline } from '../pipeline.ts';
import { allDelivered } from './all-delivered.ts';

export interface Throughput {
  /** Responses whose alerts have reached the live stream, over all the time until the last one had. */
  readonly perSecond: number;
  readonly count: number;
  /** The most that were acknowledged and not delivered yet. */
  readonly backlogMost: number;
}

/** So many clients, each sending the next response when the last one is acknowledged; then waits for all alerts. */
export async function closedLoop(pipeline: Pipeline, clients: number, count: number): Promise<Throughput> {
  const begin = performance.now();
  let [left, waiting, backlogMost, last] = [count, 0, 0, begin];
  const all: Promise<void>[] = [];
  const client = async () => {
    while (left-- > 0) {
      const { accepted, delivered } = pipeline.send();
      await accepted;
      backlogMost = Math.max(backlogMost, ++waiting);
      all.push(
        delivered.then((at) => {
          waiting -= 1;
          last = Math.max(last, at);
        }),
      );
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await allDelivered(all);
  return { perSecond: (count * 1000) / (last - begin), count, backlogMost };
}
