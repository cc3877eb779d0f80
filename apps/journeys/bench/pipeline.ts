/** One way from a submitted response to an alert on a live stream. */
export interface Pipeline {
  readonly name: 'product' | 'floor' | 'naive';
  /** Makes ready for so many responses, outside of the measured time. */
  prepare(count: number): Promise<void>;
  send(): Sent;
  close(): Promise<void>;
}

export interface Sent {
  /** The response was acknowledged. */
  readonly accepted: Promise<void>;
  /** When its alert reached the live stream, by `performance.now()`. */
  readonly delivered: Promise<number>;
}

export interface Gate<T> {
  readonly promise: Promise<T>;
  readonly open: (value: T) => void;
  readonly fail: (error: unknown) => void;
}

export function gate<T>(): Gate<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  // Whoever awaits it hears of a failure; until then nobody may be there.
  promise.catch(() => undefined);
  return { promise, open: resolve, fail: reject };
}
