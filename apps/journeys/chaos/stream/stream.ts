import { setTimeout as sleep } from 'node:timers/promises';
import type { Patient } from './patient.ts';

const mostAtOnce = 3;
/** Every so many patients end with a response that is taken back. */
const takesBack = 4;

/** Many clients who answer, rest, and answer again, until the fault is over and enough has been sent. */
export class Stream {
  private over = false;

  constructor(
    readonly patients: readonly Patient[],
    private readonly plan: { readonly least: number; readonly restMs: number },
  ) {}

  get count(): number {
    return this.patients.reduce((sum, { submissions }) => sum + submissions.length, 0);
  }

  /** No new responses, once there are enough. */
  end(): void {
    this.over = true;
  }

  async run(): Promise<void> {
    await Promise.all(this.patients.map((patient, place) => this.live(patient, place)));
  }

  private async live(patient: Patient, place: number): Promise<void> {
    // They do not all begin at once.
    await sleep(Math.random() * this.plan.restMs);
    while (!this.over || this.count < this.plan.least) {
      // One after the other without a pause, so that several of one client are under way together.
      const responses = 1 + Math.floor(Math.random() * mostAtOnce);
      for (let i = 0; i < responses; i++) await patient.submit(1 + Math.floor(Math.random() * 5));
      await sleep(this.plan.restMs * (0.5 + Math.random()));
    }
    if (place % takesBack === 0) await patient.takeBack();
  }
}
