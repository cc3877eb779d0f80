import { shippedAt } from './candidate.ts';
import type { Interval, Measured } from './measure.ts';
import type { Compared, Elsewhere, Simulated } from './simulate.ts';

export const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
export const number = (value: number) => value.toFixed(1);
const interval = ([low, high]: Interval, say: (value: number) => string) => `${say(low)}–${say(high)}`;
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const found = (measured: Measured) =>
  `${percent(measured.sensitivity)} (${interval(measured.sensitivityInterval, percent)})`;
const falsely = (measured: Measured) =>
  `${number(measured.falsePer100)} (${interval(measured.falseInterval, number)})`;
const delayed = ({ delay, delayInterval }: Measured) => `${delay} (${interval(delayInterval, String)})`;
const cells = (measured: Measured) => [falsely(measured), found(measured), delayed(measured)];
const lead = (value: number | null) => (value === null ? 'not reached' : `${number(value * 100)} points`);

export function comparison({ compared, combined, points, curve }: Simulated): string {
  const shipped = points.find(({ sds }) => sds === shippedAt);
  const ours = [
    '**Attune default set**',
    ...(shipped ? cells(shipped) : []),
    percent(curve.filter(({ falsePer100 }) => falsePer100 <= 5).at(-1)?.sensitivity ?? 0),
    '',
    'this page',
  ];
  return table(
    [
      ...['Rule', 'False alerts in 100 sessions', 'Episodes found', 'Delay (sessions)', 'Found at 5 in 100'],
      ...['Least lead of the default set', 'Source'],
    ],
    [ours, ...[...compared, ...combined].flatMap(comparedRows)],
  );
}

function comparedRows({ family, published, atFive, leastLead }: Compared): string[][] {
  const turned = [atFive === null ? 'not reached' : percent(atFive), lead(leastLead), family.source];
  if (published.length === 0) return [[family.name, '–', '–', '–', ...turned]];
  return published.map(({ name, measured }) => [name, ...cells(measured), ...turned]);
}

export const pointsTable = ({ points }: Simulated) =>
  table(
    ['Standard deviations', 'Cut-off', 'False alerts in 100 sessions', 'Episodes found', 'Delay (sessions)'],
    points.map((point) => {
      const cutOff = point.rules.flatMap(({ detector }) =>
        detector.kind === 'absolute-cut-off' ? [String(detector.cutoff)] : [],
      );
      return [`${point.sds}${point.sds === shippedAt ? ' (shipped)' : ''}`, ...cutOff, ...cells(point)];
    }),
  );

export const kindsTable = ({ byKind }: Simulated) =>
  table(
    ['Course', 'Episodes', 'Found', 'Delay (sessions)'],
    byKind.map(({ kind, measured }) => [
      { rupture: 'Rupture that is mended', decline: 'Slow decline', dropout: 'Fall before dropout' }[
        kind as 'rupture'
      ],
      String(measured.episodes),
      found(measured),
      delayed(measured),
    ]),
  );

export const elsewhereTable = ({ elsewhere }: Simulated) =>
  table(
    [
      ...['If instead', 'False alerts as shipped', 'Found as shipped', 'Found at 5 in 100'],
      ...['Best single rule at 5 in 100', 'Above every single rule'],
    ],
    elsewhere.map(({ name, shipped, atFive, best, notAbove }: Elsewhere) => [
      name,
      falsely(shipped),
      found(shipped),
      atFive === null ? 'not reached' : percent(atFive),
      `${percent(best.atFive)} (${best.name})`,
      notAbove.length === 0 ? 'everywhere' : `except at ${notAbove.join(', ')} in 100`,
    ]),
  );
