/** A stream of chance that is the same for the same seed, on every machine. */
export interface Chance {
  /** From 0 up to but not including 1. */
  uniform(): number;
  between(low: number, high: number): number;
  /** Whole numbers, both ends included. */
  whole(low: number, high: number): number;
  normal(mean: number, sd: number): number;
}

/** Mulberry32 with Box–Muller: good enough for courses, and plain enough to be written down anywhere else. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    uniform,
    between: (low, high) => low + uniform() * (high - low),
    whole: (low, high) => low + Math.floor(uniform() * (high - low + 1)),
    normal: (mean, sd) =>
      mean + sd * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}
