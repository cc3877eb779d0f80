const longestSeconds = 3_600;

/** Seconds in which the page was looked at. */
export class Stopwatch {
  private since: number | null;
  private gone = 0;

  /** @param clock milliseconds that only grow */
  constructor(
    private readonly clock: () => number = () => performance.now(),
    visible = true,
  ) {
    this.since = visible ? clock() : null;
  }

  show(visible: boolean): void {
    const now = this.clock();
    if (this.since !== null) this.gone += now - this.since;
    this.since = visible ? now : null;
  }

  /** The seconds since it was last asked. */
  lap(): number {
    this.show(this.since !== null);
    const seconds = this.gone / 1000;
    this.gone = 0;
    return Math.min(seconds, longestSeconds);
  }
}
