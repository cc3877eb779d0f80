import type { Idle } from './idle.ts';
import { median } from './load/statistics.ts';
import type { Measured } from './round.ts';

export type Rounds = Readonly<Record<'floor' | 'product' | 'naive', readonly Measured[]>>;

export interface Report {
  readonly rounds: number;
  readonly floor: Measured;
  readonly product: Measured;
  readonly naive: Measured;
  /** Latencies of the product over the floor's; deliveries a second of the product over the naive pipeline's. */
  readonly ratios: Readonly<
    Record<'p50At20' | 'p99At20' | 'p50At100' | 'p99At100' | 'throughputOverNaive', number>
  >;
  readonly idle: readonly Idle[];
}

export function report({ floor, product, naive }: Rounds, idle: readonly Idle[]): Report {
  const middle = { floor: medians(floor), product: medians(product), naive: medians(naive) };
  const over = (name: keyof Measured) => round(middle.product[name] / middle.floor[name]);
  return {
    rounds: product.length,
    ...middle,
    ratios: {
      p50At20: over('p50At20'),
      p99At20: over('p99At20'),
      p50At100: over('p50At100'),
      p99At100: over('p99At100'),
      throughputOverNaive: round(middle.product.throughput / middle.naive.throughput),
    },
    idle,
  };
}

const round = (value: number) => Math.round(value * 100) / 100;

function medians(all: readonly Measured[]): Measured {
  const of = (name: keyof Measured) => round(median(all.map((each) => each[name])));
  return {
    p50At20: of('p50At20'),
    p99At20: of('p99At20'),
    p50At100: of('p50At100'),
    p99At100: of('p99At100'),
    throughput: of('throughput'),
    backlogMost: of('backlogMost'),
  };
}

export function asText({ rounds, floor, product, naive, ratios, idle }: Report): string {
  const row = (name: string, { p50At20, p99At20, p50At100, p99At100, throughput, backlogMost }: Measured) =>
    [name, p50At20, p99At20, p50At100, p99At100, throughput, backlogMost]
      .map((cell, i) => (typeof cell === 'number' ? cell.toFixed(i > 4 ? 0 : 1) : cell).padStart(i ? 12 : 9))
      .join('');
  const head = ['', 'p50 at 20/s', 'p99', 'p50 at 100/s', 'p99', 'delivered/s', 'backlog'];
  return [
    `submit→alert in ms, medians of ${rounds} rounds`,
    head.map((cell, i) => cell.padStart(i ? 12 : 9)).join(''),
    row('floor', floor),
    row('product', product),
    row('naive', naive),
    `product over floor: p50 ${ratios.p50At20} and p99 ${ratios.p99At20} at 20/s, ${ratios.p50At100} and ${ratios.p99At100} at 100/s; over naive: ${ratios.throughputOverNaive} times as many delivered`,
    ...idle.map(
      ({ service, rssMb, cpuPercent }) => `idle ${service.padEnd(15)} ${rssMb} MB  ${cpuPercent} % of a core`,
    ),
  ].join('\n');
}
