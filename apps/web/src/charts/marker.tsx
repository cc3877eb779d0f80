import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
import type { Point } from './course-model.ts';

interface Props {
  readonly x: number;
  readonly y: number;
  readonly kind: Point['mark'] | 'low' | 'unanswered';
}

/** Told apart by shape first and colour second. */
export function Marker({ x, y, kind }: Props) {
  switch (kind) {
    case 'rupture':
      return <path className="mark-rupture" d={`M${x - 7} ${y - 6}h14l-7 12z`} />;
    case 'repair':
      return (
        <path className="mark-repair" d={`M${x - 2.5} ${y - 7}h5v4.5h4.5v5h-4.5v4.5h-5v-4.5h-4.5v-5h4.5z`} />
      );
    case 'low':
      return (
        <rect className="low" x={x - 4} y={y - 4} width={8} height={8} transform={`rotate(45 ${x} ${y})`} />
      );
    case 'unanswered':
      return <path className="mark-unanswered" d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} />;
    default:
      return <circle cx={x} cy={y} r={3.5} />;
  }
}

const meanings = [
  ['rupture', msg`rupture alert`],
  ['repair', msg`repaired`],
  ['low', msg`weak`],
  ['unanswered', msg`session without an answer`],
] as const;

/** What the signs mean; the table says the same in words. */
export function Legend({ band }: { readonly band: boolean }) {
  return (
    <ul className="plain legend" aria-hidden="true">
      {meanings.map(([kind, words]) => (
        <li key={kind}>
          <svg width={16} height={16}>
            <Marker x={8} y={8} kind={kind} />
          </svg>
          {i18n._(words)}
        </li>
      ))}
      {band && (
        <li>
          <svg width={16} height={16}>
            <rect className="usual" width={16} height={16} />
          </svg>
          <Trans>usual for this client (mean ± 1 SD of earlier scores)</Trans>
        </li>
      )}
    </ul>
  );
}
