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
