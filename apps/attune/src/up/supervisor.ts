import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from '@attune/local';
import type { RecordedPart } from './run-record.ts';

export interface PartPlan {
  readonly name: string;
  readonly stopSignal?: NodeJS.Signals;
  readonly graceMs: number;
  /** Resolves when the part runs (servers: when it answers); tells of the process as soon as there is one. */
  start(onSpawn: (child: Child) => void): Promise<Child>;
}

const firstPauseMs = 250;
const longestPauseMs = 10_000;
/** A part that ran this long was well: its next crash counts as the first. */
const wellAfterMs = 30_000;

/** Keeps parts running: one that ends without being asked to is started again, each time after a longer pause. */
export class Supervisor {
  readonly #running = new Map<string, { plan: PartPlan; child: Child }>();
  readonly #crashes = new Map<string, number>();
  readonly #onChange: (parts: readonly RecordedPart[]) => Promise<void>;
  readonly #tell: (line: string) => void;
  #recording: Promise<void> = Promise.resolve();
  #stopping = false;

  /** @param tell says a line to whoever runs it, now or when they look later */
  constructor(onChange: (parts: readonly RecordedPart[]) => Promise<void>, tell: (line: string) => void) {
    this.#onChange = onChange;
    this.#tell = tell;
  }

  /** How often the part has crashed since it was last well. */
  crashes(name: string): number {
    return this.#crashes.get(name) ?? 0;
  }

  async start(plan: PartPlan): Promise<void> {
    const startedAt = Date.now();
    const child = await plan.start((spawned) => this.#note(plan, spawned));
    this.#note(plan, child);
    await this.#recording;
    void child.exited.then(({ code, signal }) => {
      this.#running.delete(plan.name);
      if (this.#stopping) return;
      if (Date.now() - startedAt > wellAfterMs) this.#crashes.delete(plan.name);
      this.#tell(`${plan.name} ended (${signal ?? `exit ${code}`}); starting it again`);
      void this.#startAgain(plan);
    });
  }

  async #startAgain(plan: PartPlan): Promise<void> {
    while (!this.#stopping) {
      const crashes = this.crashes(plan.name);
      this.#crashes.set(plan.name, crashes + 1);
      await sleep(Math.min(firstPauseMs * 2 ** crashes, longestPauseMs));
      if (this.#stopping) return;
      try {
        return await this.start(plan);
      } catch (error) {
        this.#tell(`${plan.name} did not start: ${(error as Error).message}`);
      }
    }
  }

  /** Stops the parts group by group, each group at once. Nothing is restarted any more. */
  async stop(order: readonly (readonly string[])[]): Promise<void> {
    this.#stopping = true;
    for (const names of order) {
      await Promise.all(
        names.map(async (name) => {
          const part = this.#running.get(name);
          await part?.child.stop(part.plan.stopSignal, part.plan.graceMs);
        }),
      );
    }
  }

  /** Ends everything at once. */
  async kill(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#running.values()].map(({ child }) => child.stop('SIGKILL')));
  }

  #note(plan: PartPlan, child: Child): void {
    this.#running.set(plan.name, { plan, child });
    // The stop went by while the program was still being fetched or prepared.
    if (this.#stopping) void child.stop(plan.stopSignal, plan.graceMs);
    const parts = [...this.#running].map(([name, each]) => ({ name, ...each.child.identity }));
    // A record that cannot be written costs a tidy clean-up after a crash, not the run.
    this.#recording = this.#recording.then(() => this.#onChange(parts)).catch(() => undefined);
  }
}
