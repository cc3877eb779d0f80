import { setTimeout as sleep } from 'node:timers/promises';
import type { Pipeline } from '../pipeline.ts';
import { allDelivered } from './all-delivered.ts';
import { percentile } from './statistics.ts';

export interface Latency {
  /** Milliseconds from the moment the response was due to be sent. */
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
}

/** Sends at a steady rate whatever comes back, so that a slow answer does not slow down the question. */
export async function openLoop(pipeline: Pipeline, perSecond: number, seconds: number): Promise<Latency> {
  const count = perSecond * seconds;
  const begin = performance.now() + 50;
  const delays: Promise<number>[] = [];
  for (let i = 0; i < count; i++) {
    const due = begin + (i * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0.5) await sleep(early);
    const { accepted, delivered } = pipeline.send();
    delays.push(Promise.all([delivered, accepted]).then(([at]) => at - due));
  }
  const sorted = (await allDelivered(delays)).sort((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), count };
}
