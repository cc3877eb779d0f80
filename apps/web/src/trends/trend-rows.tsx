import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Group, Stack, Table, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { type Measure, type TrendRow, trendRowsQuery, type TrendsSearch } from '../api/trends.ts';
import { durationWords } from '../day/dates.ts';
import { Fetched } from '../shell/fetched.tsx';
import { decimal, moment } from '../shell/formats.ts';
import { MoreButton } from '../shell/more-button.tsx';
import { periodWords } from './periods.ts';
import { measureWords } from './trend-groups.ts';

interface Props {
  readonly search: TrendsSearch;
  readonly measure: Measure;
  readonly start: string;
  readonly zone: string;
}

/** What one number counts, the newest first. */
export function TrendRows({ search, measure, start, zone }: Props) {
  const rows = useInfiniteQuery(trendRowsQuery(search, zone));
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever followed a number goes on where its rows are.
  useEffect(() => heading.current?.focus(), [measure, start]);
  const { measure: _, start: __, ...rest } = search;
  const what = i18n._(measureWords[measure]);
  const when = periodWords(start, search.by ?? 'week');
  return (
    <Stack gap="sm" className="trend-rows">
      <Group justify="space-between" align="baseline">
        <Title order={3} size="h5" ref={heading} tabIndex={-1}>
          {what}, {when}
        </Title>
        <Link to="/trends" search={rest} resetScroll={false} className="link small">
          <Trans>Close the list</Trans>
        </Link>
      </Group>
      <Fetched of={rows} loading={t`Loading the list`} rows={3}>
        {(found) => (
          <Table className="clients" verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">
                  <Trans>Client</Trans>
                </Table.Th>
                <Table.Th scope="col">{at(measure)}</Table.Th>
                <Table.Th scope="col">
                  <Trans>Therapist now</Trans>
                </Table.Th>
                {valued(found) && <Table.Th scope="col">{valueTitle(measure)}</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Th scope="row">
                    <Link to="/clients/$clientId" params={{ clientId: row.client.id }} className="link">
                      {row.client.name || t`Name not known yet`}
                    </Link>
                  </Table.Th>
                  <Table.Td data-label={at(measure)}>{moment(row.at, zone)}</Table.Td>
                  <Table.Td data-label={t`Therapist now`}>{row.therapistName ?? '–'}</Table.Td>
                  {valued(found) && (
                    <Table.Td data-label={valueTitle(measure)}>{valueWords(measure, row)}</Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Fetched>
      <MoreButton of={rows}>
        <Trans>Show more</Trans>
      </MoreButton>
    </Stack>
  );
}

/** Sessions and requests have no value of their own. */
const valued = (rows: readonly TrendRow[]) => rows.some(({ value }) => value !== null);
const at = (measure: Measure) => (measure === 'in-care' ? t`In this care since` : t`When`);
const valueTitle = (measure: Measure) => (measure === 'scored' ? t`Score` : t`Until taken in hand`);

const valueWords = (measure: Measure, { value }: TrendRow): string =>
  value === null ? '–' : measure === 'scored' ? decimal(value) : durationWords(value);
