/** A sleep that a ring ends early. */
export class WakeUp {
  private wake: (() => void) | null = null;
  private rung = false;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** Sleeps until the time is over or it rings; a ring before the sleep counts, except where it says otherwise. */
  async sleep(ms: number, { evenIfRung = false } = {}): Promise<void> {
    const already = this.rung && !evenIfRung;
    this.rung = false;
    if (ms <= 0 || already) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      if (evenIfRung) return;
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = null;
  }
}
