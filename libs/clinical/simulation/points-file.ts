import { shippedAt } from './candidate.ts';
import type { Interval } from './measure.ts';
import type { Simulated } from './simulate.ts';

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;
const both = ([low, high]: Interval, digits: number) => [round(low, digits), round(high, digits)];

/** The points as code, so that the platform ships them without the simulation. */
export function pointsFile({ points }: Simulated): string {
  const data = points.map(
    ({ sds, falsePer100, falseInterval, sensitivity, sensitivityInterval, delay, rules }) => ({
      standardDeviations: sds,
      shipped: sds === shippedAt,
      falsePer100: round(falsePer100, 2),
      falseInterval: both(falseInterval, 2),
      sensitivity: round(sensitivity, 3),
      sensitivityInterval: both(sensitivityInterval, 3),
      delay,
      rules,
    }),
  );
  return `// Written by \`npm run simulate\`.
import type { OperatingPoint } from './operating-point.ts';

/** Points on the curve of the default set, from few false alerts to many. */
export const operatingPoints: readonly OperatingPoint[] = ${JSON.stringify(data, null, 2)};
`;
}
