import { i18n } from '@lingui/core';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { By, Period } from '../api/trends.ts';
import { decimal } from '../shell/formats.ts';
import { shortPeriod } from './periods.ts';
import { linesOf } from './trend-lines.ts';
import type { Column, Group } from './trend-groups.ts';

const [width, height] = [720, 200];
const pad = { left: 40, right: 16, top: 12, bottom: 26 };

interface Props {
  readonly group: Group;
  readonly periods: readonly Period[];
  readonly by: By;
}

/** The lines of a group, told apart by dashes and by colour; the table beneath says the same in numbers. */
export function TrendChart({ group, periods, by }: Props) {
  const columns = group.columns.filter(({ drawn }) => drawn);
  const values = columns.flatMap(({ value }) => periods.map(value)).filter((value) => value !== null);
  const [from, to] = group.axis ?? [0, Math.max(4, ...values)];
  const x = scaleLinear({
    domain: [0, Math.max(periods.length - 1, 1)],
    range: [pad.left, width - pad.right],
  });
  const y = scaleLinear({ domain: [from, to], range: [height - pad.bottom, pad.top], nice: !group.axis });
  const ticks = group.axis ? [from, (from + to) / 2, to] : y.ticks(4).filter(Number.isInteger);
  const every = Math.ceil(periods.length / 8);
  const named = periods.flatMap((_, index) => ((periods.length - 1 - index) % every === 0 ? [index] : []));
  return (
    <>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
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
          tickLabelProps={(index) => ({ textAnchor: index === periods.length - 1 ? 'end' : 'middle' })}
        />
        {columns.map((column, index) => (
          <g key={index} className={`series series-${index}`}>
            {linesOf(column, periods).map(({ running, data }) => (
              <LinePath
                key={String(running)}
                className={running ? 'running' : 'over'}
                data={data}
                defined={({ value }) => value !== null}
                x={({ at }) => x(at)}
                y={({ value }) => y(value ?? 0)}
              />
            ))}
            {periods.map((period, at) => {
              const value = column.value(period);
              const running = period.over ? undefined : 'running';
              return (
                value !== null && (
                  <circle key={period.start} className={running} cx={x(at)} cy={y(value)} r={2.5} />
                )
              );
            })}
          </g>
        ))}
      </svg>
      {columns.length > 1 && <Legend columns={columns} />}
    </>
  );
}

function Legend({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <ul className="plain legend" aria-hidden="true">
      {columns.map(({ title }, index) => (
        <li key={index}>
          <svg width={28} height={12} className={`series series-${index}`}>
            <line x1={0} x2={28} y1={6} y2={6} />
          </svg>
          {i18n._(title)}
        </li>
      ))}
    </ul>
  );
}
