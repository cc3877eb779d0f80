import { setTimeout as sleep } from 'node:timers/promises';
import { closedLoop } from './load/closed-loop.ts';
import { openLoop } from './load/open-loop.ts';
import type { Pipeline } from './pipeline.ts';

/** What one pipeline did in one round; milliseconds and responses a second. */
export interface Measured {
  readonly p50At20: number;
  readonly p99At20: number;
  readonly p50At100: number;
  readonly p99At100: number;
  readonly throughput: number;
  readonly backlogMost: number;
}

export interface Plan {
  readonly slowSeconds: number;
  readonly fastSeconds: number;
  readonly closedCount: number;
}

const [slow, fast, clients] = [20, 100, 32];
const restMs = 1_500;

export async function measure(pipeline: Pipeline, plan: Plan): Promise<Measured> {
  const { slowSeconds, fastSeconds, closedCount } = plan;
  await pipeline.prepare(slow * slowSeconds + fast * fastSeconds + closedCount);
  await sleep(restMs);
  const at20 = await openLoop(pipeline, slow, slowSeconds);
  const at100 = await openLoop(pipeline, fast, fastSeconds);
  const closed = await closedLoop(pipeline, clients, closedCount);
  // What follows an alert elsewhere, as in the read model, must not be counted against the next.
  await sleep(restMs);
  return {
    p50At20: at20.p50,
    p99At20: at20.p99,
    p50At100: at100.p50,
    p99At100: at100.p99,
    throughput: closed.perSecond,
    backlogMost: closed.backlogMost,
  };
}
