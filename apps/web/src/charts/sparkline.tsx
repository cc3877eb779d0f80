import { t } from '@lingui/core/macro';
import { decimal } from '../shell/formats.ts';

interface Props {
  readonly values: readonly number[];
  readonly min: number;
  readonly max: number;
}

const [width, height, inset] = [96, 28, 4];

/** The last few values, the newest marked; readers are told them one by one. */
export function Sparkline({ values, min, max }: Props) {
  if (values.length < 2) return <span className="sparkline-empty" aria-hidden="true" />;
  const step = (width - 2 * inset) / (values.length - 1);
  const points = values.map((value, i) => {
    const y = height - inset - ((value - min) / (max - min)) * (height - 2 * inset);
    return [inset + i * step, y] as const;
  });
  const words = t`one after the other: ${values.map(decimal).join(', ')}`;
  const [x, y] = points.at(-1) ?? [0, 0];
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      {...{ width, height }}
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      <circle cx={x} cy={y} r={3} />
    </svg>
  );
}
