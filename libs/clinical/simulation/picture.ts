import { shippedAt } from './candidate.ts';
import { sensitivityAt, type CurvePoint } from './curve.ts';
import type { Simulated } from './simulate.ts';

const [width, height] = [900, 560];
const plot = { left: 64, top: 56, right: 620, bottom: 490 };
const mostFalse = 20;

const x = (falsePer100: number) => plot.left + (falsePer100 / mostFalse) * (plot.right - plot.left);
const y = (sensitivity: number) => plot.bottom - sensitivity * (plot.bottom - plot.top);
const colours = [
  '#8c564b',
  '#7f7f7f',
  '#9467bd',
  '#2ca02c',
  '#17a2b8',
  '#1f77b4',
  '#bcbd22',
  '#e377c2',
  '#ff7f0e',
  '#b45309',
  '#4d7c0f',
];

/** The curves of all rules as one SVG that needs nothing else. */
export function picture({ compared, curve, points }: Simulated): string {
  const lines = [
    ...compared.map(({ family, curve: of }, index) => ({
      name: family.name,
      of,
      colour: colours[index % colours.length] ?? '#555',
      width: 1.5,
    })),
    { name: 'Attune default set', of: curve, colour: '#c2255c', width: 3.5 },
  ].map((line) => ({ ...line, end: endOf(line.of) }));
  const labels = spread(lines.map(({ end }) => y(end.sensitivity)));
  const shipped = points.find(({ sds }) => sds === shippedAt);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13">`,
    '<title>Sensitivity of rupture rules against their false alerts</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${plot.left}" y="28" font-size="16" font-weight="600">Ruptures and declines found, by false alerts</text>`,
    ...axes(),
    ...lines.map(
      ({ of, colour, width: stroke }) =>
        `<polyline fill="none" stroke="${colour}" stroke-width="${stroke}" points="${path(of)}"/>`,
    ),
    ...lines.map(({ name, colour, end, width: stroke }, index) => {
      const from = y(end.sensitivity);
      const at = labels[index] ?? from;
      const weight = stroke > 2 ? ' font-weight="700"' : '';
      return `<path d="M${x(end.falsePer100).toFixed(1)} ${from.toFixed(1)}L${plot.right + 14} ${at.toFixed(1)}" stroke="${colour}" stroke-width="0.7" fill="none"/><text x="${plot.right + 18}" y="${(at + 4).toFixed(1)}" fill="${colour}"${weight}>${escape(name)}</text>`;
    }),
    ...(shipped
      ? [
          `<circle cx="${x(shipped.falsePer100).toFixed(1)}" cy="${y(shipped.sensitivity).toFixed(1)}" r="6" fill="#c2255c" stroke="#fff" stroke-width="2"/>`,
          `<text x="${(x(shipped.falsePer100) + 10).toFixed(1)}" y="${(y(shipped.sensitivity) + 22).toFixed(1)}" fill="#c2255c" font-weight="600" stroke="#fff" stroke-width="4" paint-order="stroke">as shipped</text>`,
        ]
      : []),
    '</svg>',
    '',
  ].join('\n');
}

function axes(): string[] {
  const vertical = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (share) =>
      `<path d="M${plot.left} ${y(share)}H${plot.right}" stroke="#e4e4e7"/><text x="${plot.left - 8}" y="${y(share) + 4}" text-anchor="end" fill="#3f3f46">${share * 100} %</text>`,
  );
  const horizontal = [0, 5, 10, 15, 20].map(
    (rate) =>
      `<path d="M${x(rate)} ${plot.bottom}v5" stroke="#71717a"/><text x="${x(rate)}" y="${plot.bottom + 22}" text-anchor="middle" fill="#3f3f46">${rate}</text>`,
  );
  const title = `<text x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 46}" text-anchor="middle" fill="#3f3f46">False alerts in 100 sessions without an episode</text>`;
  return [...vertical, ...horizontal, title];
}

/** Up to the right border, and no farther. */
function shown(curve: readonly CurvePoint[]): readonly Pick<CurvePoint, 'falsePer100' | 'sensitivity'>[] {
  const inside = curve.filter(({ falsePer100 }) => falsePer100 <= mostFalse);
  const sensitivity = sensitivityAt(curve, mostFalse);
  return sensitivity === null ? inside : [...inside, { falsePer100: mostFalse, sensitivity }];
}
const path = (curve: readonly CurvePoint[]) =>
  shown(curve)
    .map(({ falsePer100, sensitivity }) => `${x(falsePer100).toFixed(1)},${y(sensitivity).toFixed(1)}`)
    .join(' ');
const endOf = (curve: readonly CurvePoint[]) => shown(curve).at(-1) ?? { falsePer100: 0, sensitivity: 0 };

/** Labels beside each other, none over another. */
function spread(wanted: readonly number[]): number[] {
  const order = wanted.map((at, index) => ({ at, index })).toSorted((one, other) => one.at - other.at);
  const gap = 18;
  let last = plot.top - gap;
  for (const label of order) last = label.at = Math.max(label.at, last + gap);
  return wanted.map((_, index) => order.find((label) => label.index === index)?.at ?? 0);
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
