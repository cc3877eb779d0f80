/** A broker from which this member fetches, in real milliseconds since 1970. */
interface Source {
  /** When it gave what is being brought into effect now; null while nothing is. */
  readonly given: number | null;
  /** When it gave the last of what is in effect; null before the first. */
  readonly done: number | null;
  readonly heard: number;
}

/** A broker that no longer leads any partition is asked no more, and kafkajs does not say so. */
const forgottenAfterMs = 60_000;

/**
 * Up to when a member has brought into effect what was published to its partitions. A broker is asked again only when
 * all that it gave is done with: so at the next question everything up to its last answer is in effect, but for the
 * partitions of which there was more than it gave.
 */
export class Progress {
  private readonly sources = new Map<number, Source>();
  /** Partitions with something that is not in effect, and up to when they are. */
  private readonly behind = new Map<string, number>();
  private before: number | null = null;

  constructor(private readonly now: () => number = Date.now) {}

  /** Real time in milliseconds since 1970; null while nothing was ever fetched. */
  get upTo(): number | null {
    const sources = [...this.sources.values()];
    const done = sources.map(({ done }) => done).filter((one) => one !== null);
    if (done.length === 0 || done.length < sources.length) return this.before;
    return Math.min(...done, ...this.behind.values());
  }

  /** The member has other partitions: what is known of them is told by the next answers. */
  assigned(): void {
    this.before = this.upTo;
    this.sources.clear();
    this.behind.clear();
  }

  asks(node: number): void {
    const known = this.sources.get(node);
    const heard = this.now();
    this.sources.set(node, { given: null, done: known?.given ?? known?.done ?? null, heard });
    for (const [other, source] of this.sources)
      if (source.given === null && heard - source.heard > forgottenAfterMs) this.sources.delete(other);
  }

  answered(node: number, batches: number): void {
    const [heard, known] = [this.now(), this.sources.get(node)];
    const empty = batches === 0;
    this.sources.set(node, {
      given: empty ? null : heard,
      done: empty ? heard : (known?.done ?? null),
      heard,
    });
  }

  /** @param published when the first of the messages was handed to the broker */
  begins(partition: string, published: number): void {
    this.behind.set(partition, published);
  }

  /** @param published when the last message that is in effect was handed to the broker */
  comes(partition: string, published: number): void {
    if (this.behind.has(partition)) this.behind.set(partition, published);
  }

  /** All that there was is in effect. */
  ends(partition: string): void {
    this.behind.delete(partition);
  }
}
