import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { By, Period, TrendsSearch } from '../api/trends.ts';
import { periodWords, shortPeriod } from './periods.ts';
import { type Group, recordedOf } from './trend-groups.ts';

interface Props {
  readonly group: Group;
  readonly periods: readonly Period[];
  readonly by: By;
  readonly search: TrendsSearch;
}

/** The same in numbers, the newest first; each leads to what it counts. */
export function TrendTable({ group, periods, by, search }: Props) {
  const title = i18n._(group.title);
  const recorded = recordedOf(group, periods);
  return (
    <div className="numbers" role="region" aria-label={t`${title} in numbers`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{by === 'week' ? <Trans>Week of</Trans> : <Trans>Month</Trans>}</th>
            {group.columns.map((column, index) => (
              <th key={index} scope="col">
                {i18n._(column.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {recorded.toReversed().map((period) => (
            <tr key={period.start}>
              <th scope="row" className="unbroken">
                {shortPeriod(period.start, by)}
                {!period.over && (
                  <Text span size="xs" c="dimmed">
                    {' '}
                    <Trans>so far</Trans>
                  </Text>
                )}
              </th>
              {group.columns.map(({ title: heading, measure, value, words = String }, index) => {
                const number = value(period);
                const told = number === null ? '–' : words(number, period);
                const shown = search.measure === measure && search.start === period.start;
                return (
                  <td key={index} data-label={i18n._(heading)}>
                    {!period.counts[measure] ? (
                      told
                    ) : (
                      <Link
                        to="/trends"
                        search={{ ...search, measure, start: period.start }}
                        resetScroll={false}
                        className="link"
                        aria-current={shown ? 'true' : undefined}
                        aria-label={`${told}, ${i18n._(heading)}, ${periodWords(period.start, by)}`}
                      >
                        {told}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
          <Unrecorded {...{ group, by }} periods={periods.slice(0, periods.length - recorded.length)} />
        </tbody>
      </table>
    </div>
  );
}

/** What lies before the first record, in one row. */
function Unrecorded({ group, periods, by }: Pick<Props, 'group' | 'periods' | 'by'>) {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return null;
  const [from, to] = [shortPeriod(first.start, by), shortPeriod(last.start, by)];
  return (
    <tr>
      <th scope="row" className="unbroken">
        {first === last ? from : t`${from} to ${to}`}
      </th>
      <td colSpan={group.columns.length} className="soft unrecorded">
        <Trans>no records yet</Trans>
      </td>
    </tr>
  );
}
