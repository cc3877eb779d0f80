import { Worker } from 'node:worker_threads';
import type { ScoreExpression } from '../../instrument/instrument.ts';
import type { Resource } from './fhir-form.ts';

export interface Task {
  readonly expression: ScoreExpression;
  readonly questionnaire: Resource;
  readonly responses: readonly Resource[];
}

export type Answered = { readonly results: readonly (number | null)[] } | { readonly refused: string };

/** The expression is not one that may run here, or gives no number. The message names parts of it, never an answer. */
export class ExpressionRefused extends Error {
  override readonly name = 'ExpressionRefused';
}

/** The expression took longer than it may. On a busy machine another attempt can succeed. */
export class ExpressionTooSlow extends Error {
  override readonly name = 'ExpressionTooSlow';
}

/** Time that several tasks share. Only what they take themselves counts, not what they wait for others. */
export class TimeBudget {
  constructor(private leftMs: number) {}

  /** @throws ExpressionTooSlow when nothing is left */
  async spend<T>(atMostMs: number, task: (withinMs: number) => Promise<T>): Promise<T> {
    // A timer may ring a part of a millisecond early.
    if (this.leftMs < 1) throw new ExpressionTooSlow('the time that the expressions share is used up');
    const from = performance.now();
    try {
      return await task(Math.min(atMostMs, this.leftMs));
    } finally {
      this.leftMs -= performance.now() - from;
    }
  }
}

const here = import.meta.url;
const file = new URL(here.endsWith('.ts') ? './expression.worker.ts' : './expression.worker.js', here);
// Loading is no part of what an expression may take.
const startMs = 20_000;

/**
 * A thread in which expressions run, one after the other. It has no network, 128 MB of memory, and is ended when an
 * expression takes too long; the next expression gets a new one. It keeps no process alive.
 */
class Sandbox {
  private worker: Promise<Worker> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** @throws ExpressionRefused @throws ExpressionTooSlow */
  run(task: Task, withinMs: number, budget = new TimeBudget(withinMs)): Promise<readonly (number | null)[]> {
    const turn = this.last.then(() => this.attempt(task, withinMs, budget));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async attempt(
    task: Task,
    withinMs: number,
    budget: TimeBudget,
  ): Promise<readonly (number | null)[]> {
    this.worker ??= start();
    const worker = await this.worker.catch((error: unknown) => {
      this.worker = undefined;
      throw error;
    });
    worker.ref();
    try {
      const answered = await budget.spend(withinMs, (ms) =>
        reply(worker, ms, () => {
          worker.postMessage(task);
        }),
      );
      if (typeof answered === 'string') throw new ExpressionTooSlow('the sandbox lost its place');
      if ('refused' in answered) throw new ExpressionRefused(answered.refused);
      return answered.results;
    } catch (error) {
      if (!(error instanceof ExpressionRefused)) {
        this.worker = undefined;
        await worker.terminate();
      }
      throw error;
    } finally {
      worker.unref();
    }
  }
}

async function start(): Promise<Worker> {
  const worker = new Worker(file, {
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
  });
  try {
    await reply(worker, startMs, () => undefined);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  worker.on('error', () => undefined);
  return worker;
}

/** The next word of the worker. */
function reply(worker: Worker, withinMs: number, ask: () => void): Promise<Answered | 'ready'> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      done();
      reject(new ExpressionTooSlow(`the expression took longer than ${withinMs} ms`));
    }, withinMs);
    const heard = (answered: Answered | 'ready') => {
      done();
      resolve(answered);
    };
    // Out of memory is the expression's doing as well.
    const failed = () => {
      done();
      reject(new ExpressionTooSlow('the expression used up its thread'));
    };
    const done = () => {
      clearTimeout(timer);
      worker.off('message', heard).off('error', failed).off('exit', failed);
    };
    worker.on('message', heard).on('error', failed).on('exit', failed);
    ask();
  });
}

export const sandbox = new Sandbox();
