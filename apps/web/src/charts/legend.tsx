import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Marker } from './marker.tsx';
import type { Sign } from './signs.ts';

const meanings = {
  rupture: msg`rupture alert`,
  bound: msg`what that score was held against`,
  repair: msg`repaired`,
  target: msg`from here on the rupture counts as repaired`,
  low: msg`weak`,
  unanswered: msg`session without an answer`,
  usual: msg`usual for this client (mean ± 1 SD of earlier scores)`,
  'cut-off': msg`cut-off: beyond it a score raises an alert`,
};

/** What the signs of a drawing mean; the table says the same in words. */
export function Legend({ signs }: { readonly signs: readonly Sign[] }) {
  if (signs.length === 0) return null;
  return (
    <ul className="plain legend" aria-hidden="true">
      {signs.map((sign) => (
        <li key={sign}>
          <svg width={16} height={16}>
            <Swatch sign={sign} />
          </svg>
          {i18n._(meanings[sign])}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ sign }: { readonly sign: Sign }) {
  if (sign === 'usual') return <rect className="usual" width={16} height={16} />;
  if (sign === 'cut-off') return <line className="cut-off-line" x2={16} y1={8} y2={8} />;
  if (sign === 'bound') return <line className="bound" x1={1} x2={15} y1={8} y2={8} />;
  if (sign === 'target') return <line className="target" x2={16} y1={8} y2={8} />;
  return <Marker x={8} y={8} kind={sign} />;
}
