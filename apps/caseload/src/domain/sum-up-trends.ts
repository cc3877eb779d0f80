interface Counted<Measure> {
  readonly measure: Measure;
  readonly period: number;
  readonly count: number;
  readonly median: number | null;
}
interface Averaged {
  readonly period: number;
  readonly clients: number;
  readonly mean: number;
}

/** Of fewer clients a mean would tell about single people, and say little about the clinic. */
export const fewestForMean = 5;

export interface Figures<Measure extends string> {
  readonly counts: Readonly<Record<Measure, number | null>>;
  readonly alliance: { readonly mean: number | null; readonly clients: number | null };
  readonly medianSeconds: number | null;
}

/**
 * The figures of each period: a mean needs enough clients; what was not counted is zero where there were records of its
 * kind by then, and null before.
 */
export function sumUpTrends<Measure extends string>(
  periods: number,
  measures: readonly Measure[],
  counted: readonly Counted<Measure>[],
  averaged: readonly Averaged[],
  recorded: (measure: NoInfer<Measure> | 'scored', period: number) => boolean,
): Figures<Measure>[] {
  return Array.from({ length: periods }, (_, period) => {
    const here = counted.filter((one) => one.period === period);
    const none = (measure: Measure | 'scored') => (recorded(measure, period) ? 0 : null);
    const count = (measure: Measure) => here.find((one) => one.measure === measure)?.count ?? none(measure);
    const { clients = none('scored'), mean = null } = averaged.find((one) => one.period === period) ?? {};
    return {
      counts: Object.fromEntries(measures.map((one) => [one, count(one)])) as Record<Measure, number | null>,
      alliance: { mean: (clients ?? 0) < fewestForMean ? null : mean, clients },
      medianSeconds: here.find(({ median }) => median !== null)?.median ?? null,
    };
  });
}
