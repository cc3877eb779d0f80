import { Trans } from '@lingui/react/macro';

interface Span {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** The week or month that still runs stands apart: its numbers are of a part of it alone. */
export function SoFar({ from, to, top, bottom }: Span) {
  return (
    <g className="so-far">
      <rect x={from} y={top} width={to - from} height={bottom - top} />
      <text x={to} y={top - 8} textAnchor="end">
        <Trans>so far</Trans>
      </text>
    </g>
  );
}

/** Where nothing was recorded yet there is no line, and that says why; in little room the table does. */
export function NoRecords({ from, to, top, bottom }: Span) {
  if (to - from < 110) return null;
  return (
    <text x={(from + to) / 2} y={(top + bottom) / 2} textAnchor="middle">
      <Trans>no records yet</Trans>
    </text>
  );
}
