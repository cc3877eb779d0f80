import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import {
  type Care,
  cares,
  caseloadQuery,
  exportAddress,
  type CaseloadSearch,
  type Sort,
  sorts,
  staffQuery,
  staysFresh,
} from '../api/caseload.ts';
import { useZone } from '../api/session.ts';
import { Empty, Failed, Loading } from '../shell/states.tsx';
import { moment } from '../shell/formats.ts';
import { useTitle } from '../shell/use-title.ts';
import { ColumnMenu } from './column-menu.tsx';
import { hiddenColumns, hideColumns, shownBut } from './hidden-columns.ts';
import { ClientTable } from './client-table.tsx';
import { NumberFilters } from './number-filters.tsx';
import { useSteadyRows } from './use-steady-rows.ts';
import { ViewMenu } from './view-menu.tsx';

const route = getRouteApi('/caseload');

/** Every client the person may see, those at risk first. */
export function CaseloadPage(): ReactNode {
  const search = route.useSearch();
  const navigate = useNavigate();
  const zone = useZone();
  useTitle(t`Caseload`);
  const {
    data: newest,
    error,
    refetch,
    isFetching,
    isPlaceholderData,
    hasNextPage,
    fetchNextPage,
  } = useInfiniteQuery(caseloadQuery(search));
  const list = JSON.stringify(search);
  const { rows, moved, show } = useSteadyRows(newest?.pages, list, isPlaceholderData);
  const heading = useRef<HTMLHeadingElement>(null);
  // Rows are drawn in slices: whoever types or clicks meanwhile is heard.
  const data = useDeferredValue(newest);
  const clients = useDeferredValue(rows);
  const [first] = data?.pages ?? [];
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const [hidden, setHidden] = useState(() => hiddenColumns(localStorage));
  const shown = useMemo(() => shownBut(hidden), [hidden]);
  const { data: staff = [], isPending: staffPending } = useQuery(staffQuery);
  const [text, setText] = useState(search.search ?? '');
  const box = useRef<HTMLInputElement>(null);
  // Another way to this page may bring another search; while somebody types, theirs counts.
  useEffect(() => {
    if (document.activeElement !== box.current) setText(search.search ?? '');
  }, [search.search]);
  // Another order or another search begins at its top.
  const narrow = useCallback(
    (change: Changes) => {
      void navigate({ to: '/caseload', search: clean({ ...search, ...change }), replace: true });
    },
    [navigate, search],
  );
  const sortBy = useCallback(
    (sort: Sort) => {
      narrow({ sort: sort === 'risk' ? undefined : sort });
    },
    [narrow],
  );
  const searchSoon = useDebouncedCallback((value: string) => {
    narrow({ search: value });
  }, 250);
  const therapists = staff.filter(({ roles }) => roles.includes('therapist'));
  return (
    <Stack gap="lg" className="wide">
      <Group justify="space-between">
        <Title order={1} size="h2" ref={heading} tabIndex={-1} className="quiet-focus">
          <Trans>Caseload</Trans>
        </Title>
        <Text size="sm" c="dimmed" role="status" className="board-state">
          {first &&
            [
              plural(first.total, { one: '# client', other: '# clients' }),
              ...(first.asOf ? [t`as of ${moment(first.asOf, zone)}`] : []),
            ].join(' · ')}
          {moved && (
            <Button
              variant="light"
              size="compact-sm"
              onClick={() => {
                show();
                heading.current?.focus();
              }}
            >
              <Trans>Show the new order</Trans>
            </Button>
          )}
          {!staysFresh(data) && (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={isFetching}
              onClick={() => void refetch().then(({ data: all }) => show(all?.pages))}
            >
              <Trans>Refresh</Trans>
            </Button>
          )}
        </Text>
      </Group>
      <Group gap="sm" align="flex-end" className="filters">
        <TextInput
          ref={box}
          label={t`Search`}
          placeholder={t`Name`}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            searchSoon(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label={t`Sort by`}
          className="sorts"
          value={search.sort ?? 'risk'}
          onChange={(event) => {
            narrow({ sort: event.currentTarget.value as Sort });
          }}
          data={Object.entries(sorts).map(([value, label]) => ({ value, label: i18n._(label) }))}
        />
        <NativeSelect
          label={t`Care`}
          value={search.care ?? 'current'}
          onChange={(event) => {
            const care = event.currentTarget.value as Care;
            narrow({ care: care === 'current' ? undefined : care });
          }}
          data={Object.entries(cares).map(([value, label]) => ({ value, label: i18n._(label) }))}
        />
        {(staffPending || therapists.length > 0) && (
          <NativeSelect
            label={t`Therapist`}
            value={search.therapistId ?? ''}
            onChange={(event) => {
              narrow({ therapistId: event.currentTarget.value });
            }}
            data={[
              { value: '', label: t`All` },
              ...therapists.map(({ personId, name }) => ({ value: personId, label: name })),
            ]}
          />
        )}
        <ViewMenu search={search} />
        <ColumnMenu
          hidden={hidden}
          onChange={(names) => {
            hideColumns(localStorage, names);
            setHidden(names);
          }}
        />
        <Button component="a" href={exportAddress(search)} download variant="default" className="screen-only">
          <Trans>Export</Trans>
        </Button>
        <NumberFilters
          filter={search.filter}
          onChange={(filter) => {
            narrow({ filter });
          }}
        />
      </Group>
      {!data && !error && <Loading rows={8} label={t`Loading the caseload`} />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {first?.total === 0 && clients.length === 0 && (
        <Empty title={t`Nobody here`}>
          {search.search || search.therapistId || search.filter
            ? t`No client matches. Try fewer letters, fewer filters or all therapists.`
            : t`Clients appear here as soon as their care begins.`}
        </Empty>
      )}
      {first && clients.length > 0 && (
        <ClientTable
          key={list}
          clients={clients}
          total={first.total}
          sort={search.sort ?? 'risk'}
          onSort={sortBy}
          shown={shown}
          onEnd={more}
          busy={isFetching}
        />
      )}
    </Stack>
  );
}

type Changes = { readonly [Field in keyof CaseloadSearch]: CaseloadSearch[Field] | undefined };

const clean = (search: Changes) =>
  Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  ) as CaseloadSearch;
