/** A broker that no longer leads any partition is asked no more, and kafkajs does not say so. */
const forgottenAfterMs = 60_000;

/**
 * Up to when a member has brought into effect what was published to its partitions. A broker is asked again only when
 * all that it gave is done with: so an answer says that everything up to the answer before it is in effect, but for the
 * partitions of which there was more than was given. What is only asked, or fails on its way, says nothing. All times
 * are real ones, in milliseconds since 1970.
 */
export class Progress {
  /** Of each broker: its latest answer, and the one before, up to which all is in effect. */
  private readonly brokers = new Map<string, { readonly latest: number; readonly done: number | null }>();
  /** Partitions with something that is not in effect, and up to when they are. */
  private readonly behind = new Map<string, number>();
  private before: number | null = null;
  private since = 0;

  constructor(private readonly now: () => number = Date.now) {}

  /** Null while nothing is known. */
  get upTo(): number | null {
    const done = [...this.brokers.values()].map((broker) => broker.done);
    const known = done.filter((one) => one !== null);
    if (known.length === 0 || known.length < done.length) return this.before;
    return Math.min(...known, ...this.behind.values());
  }

  /** The member has other partitions: what is known of them is told by answers to what is asked from now on. */
  assigned(): void {
    this.before = this.upTo;
    this.brokers.clear();
    this.behind.clear();
    this.since = this.now();
  }

  /** @param asked when the broker was sent what it has answered now */
  answered(broker: string, asked: number): void {
    const latest = this.now();
    if (asked < this.since) return;
    this.brokers.set(broker, { latest, done: this.brokers.get(broker)?.latest ?? null });
    for (const [other, known] of this.brokers)
      if (latest - known.latest > forgottenAfterMs) this.brokers.delete(other);
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
