import { i18n } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
import type { By } from '../api/trends.ts';
import type { Column } from './trend-groups.ts';

interface Props {
  readonly columns: readonly Column[];
  readonly by: By;
  readonly running: boolean;
}

/** What the lines are, and that a hollow point still grows; the table says the same in words. */
export function TrendLegend({ columns, by, running }: Props) {
  if (columns.length < 2 && !running) return null;
  return (
    <ul className="plain legend" aria-hidden="true">
      {columns.length > 1 &&
        columns.map(({ title }, index) => (
          <li key={index}>
            <svg width={28} height={12} className={`series series-${index}`}>
              <line x1={0} x2={28} y1={6} y2={6} />
            </svg>
            {i18n._(title)}
          </li>
        ))}
      {running && (
        <li>
          <svg width={28} height={12} className="series">
            <circle className="running" cx={14} cy={6} r={4} />
          </svg>
          {by === 'week' ? (
            <Trans>so far: the week still runs</Trans>
          ) : (
            <Trans>so far: the month still runs</Trans>
          )}
        </li>
      )}
    </ul>
  );
}
