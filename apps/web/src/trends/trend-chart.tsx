import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { By, Period } from '../api/trends.ts';
import { decimal } from '../shell/formats.ts';
import { shortPeriod } from './periods.ts';
import { type Group, recordedOf } from './trend-groups.ts';
import { TrendLegend } from './trend-legend.tsx';
import { linesOf, pointsOf } from './trend-lines.ts';
import { NoRecords, SoFar } from './trend-spans.tsx';

const [width, height] = [720, 200];
const pad = { left: 40, right: 36, top: 20, bottom: 26 };

interface Props {
  readonly group: Group;
  readonly periods: readonly Period[];
  readonly by: By;
}

/** The lines of a group, told apart by dashes and by colour; the table beside them says the same in numbers. */
export function TrendChart({ group, periods, by }: Props) {
  const columns = group.columns.filter(({ drawn }) => drawn);
  const points = columns.map((column) => pointsOf(column, periods));
  const values = points.flat().map(({ value }) => value);
  const [from, to] = group.axis ?? [0, Math.max(4, ...values)];
  const x = scaleLinear({
    domain: [0, Math.max(periods.length - 1, 1)],
    range: [pad.left, width - pad.right],
  });
  const y = scaleLinear({ domain: [from, to], range: [height - pad.bottom, pad.top], nice: !group.axis });
  const ticks = group.axis ? [from, (from + to) / 2, to] : y.ticks(4).filter(Number.isInteger);
  const every = Math.ceil(periods.length / 8);
  const [first, last] = [periods.length - recordedOf(group, periods).length, periods.length - 1];
  const running = periods[last]?.over === false;
  const aside = Math.min(24, (x(1) - x(0)) / 2);
  const isSpare = (index: number) => ((last - index) / every) % 2 === 1;
  const plot = { top: pad.top, bottom: height - pad.bottom };
  const named = periods.flatMap((_, index) => ((periods.length - 1 - index) % every === 0 ? [index] : []));
  return (
    <>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {running && <SoFar {...plot} from={x(last) - aside} to={x(last) + aside} />}
        {first > 0 && <NoRecords {...plot} from={x(0)} to={x(Math.min(first, last))} />}
        {ticks.map((tick) => (
          <line key={tick} className="grid" x1={pad.left} x2={width - pad.right} y1={y(tick)} y2={y(tick)} />
        ))}
        <AxisLeft
          {...{ left: pad.left, scale: y, tickValues: ticks, tickFormat: (tick) => decimal(tick.valueOf()) }}
          {...{ hideAxisLine: true, hideTicks: true, tickLabelProps: {} }}
        />
        <AxisBottom
          {...{ top: height - pad.bottom, scale: x, tickValues: named, tickLength: 4, hideAxisLine: true }}
          tickFormat={(index) => shortPeriod(periods[Number(index)]?.start ?? '', by)}
          tickClassName="day"
          tickLabelProps={(index) => ({
            textAnchor: 'middle',
            ...(isSpare(Number(index)) && { className: 'spare' }),
          })}
        />
        {columns.map((column, index) => (
          <g key={index} className={`series series-${index}`}>
            {linesOf(points[index] ?? []).map((line) => (
              <LinePath key={line[0]?.at} data={line} x={({ at }) => x(at)} y={({ value }) => y(value)} />
            ))}
            {points[index]?.map((point) => (
              <circle
                key={point.at}
                className={point.running ? 'running' : undefined}
                {...{ cx: x(point.at), cy: y(point.value), r: point.running ? 4 : 2.5 }}
              />
            ))}
          </g>
        ))}
      </svg>
      <TrendLegend {...{ columns, by, running }} />
    </>
  );
}
