import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import {
  type Care,
  cares,
  caseloadQuery,
  exportAddress,
  type CaseloadSearch,
  type Sort,
  sorts,
  staffQuery,
} from '../api/caseload.ts';
import { useZone } from '../api/session.ts';
import { Empty, Failed, Loading } from '../shell/states.tsx';
import { moment } from '../shell/formats.ts';
import { useTitle } from '../shell/use-title.ts';
import { ClientTable } from './client-table.tsx';
import { NumberFilters } from './number-filters.tsx';
import { ViewMenu } from './view-menu.tsx';

const route = getRouteApi('/caseload');

/** Every client the person may see, those at risk first. */
export function CaseloadPage(): ReactNode {
  const search = route.useSearch();
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const zone = useZone();
  useTitle(t`Caseload`);
  const { data, error, refetch, isPending, isPlaceholderData } = useQuery(caseloadQuery(search));
  const { data: staff = [] } = useQuery(staffQuery);
  const [text, setText] = useState(search.search ?? '');
  const box = useRef<HTMLInputElement>(null);
  // Another way to this page may bring another search; while somebody types, theirs counts.
  useEffect(() => {
    if (document.activeElement !== box.current) setText(search.search ?? '');
  }, [search.search]);
  const page = search.page ?? 1;
  // Another order or another search begins at its first page.
  const narrow = (change: Changes) => {
    void navigate({
      to: '/caseload',
      search: clean({ ...search, ...change, cursor: undefined, page: undefined }),
      replace: true,
    });
  };
  const searchSoon = useDebouncedCallback((value: string) => {
    narrow({ search: value });
  }, 250);
  const turn = (cursor: string | undefined, to: number | undefined) =>
    void navigate({ to: '/caseload', search: clean({ ...search, cursor, page: to }) });
  const therapists = staff.filter(({ roles }) => roles.includes('therapist'));
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="baseline">
        <Title order={1} size="h2">
          <Trans>Caseload</Trans>
        </Title>
        <Text size="sm" c="dimmed" role="status">
          {data &&
            [
              plural(data.total, { one: '# client', other: '# clients' }),
              ...(data.asOf ? [t`as of ${moment(data.asOf, zone)}`] : []),
            ].join(' · ')}
        </Text>
      </Group>
      <Group gap="sm" align="flex-end">
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
        {therapists.length > 0 && (
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
      {isPending && <Loading rows={8} label={t`Loading the caseload`} />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <Empty title={t`Nobody here`}>
          {search.search || search.therapistId || search.filter
            ? t`No client matches. Try fewer letters, fewer filters or all therapists.`
            : t`Clients appear here as soon as their care begins.`}
        </Empty>
      )}
      {data && data.items.length > 0 && (
        <ClientTable
          clients={data.items}
          sort={search.sort ?? 'risk'}
          onSort={(sort) => {
            narrow({ sort: sort === 'risk' ? undefined : sort });
          }}
        />
      )}
      {data && (page > 1 || data.next !== null) && (
        <Group justify="flex-end">
          {page > 1 && !canGoBack && (
            <Button
              variant="default"
              onClick={() => {
                turn(undefined, undefined);
              }}
            >
              <Trans>First page</Trans>
            </Button>
          )}
          <Text size="sm" c="dimmed">
            <Trans>Page {page}</Trans>
          </Text>
          <Button
            variant="default"
            disabled={page === 1 || !canGoBack || isPlaceholderData}
            onClick={() => {
              router.history.back();
            }}
          >
            <Trans>Previous</Trans>
          </Button>
          <Button
            variant="default"
            disabled={data.next === null || isPlaceholderData}
            onClick={() => {
              turn(data.next ?? undefined, page + 1);
            }}
          >
            <Trans>Next</Trans>
          </Button>
        </Group>
      )}
    </Stack>
  );
}

type Changes = { readonly [Field in keyof CaseloadSearch]: CaseloadSearch[Field] | undefined };

const clean = (search: Changes) =>
  Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  ) as CaseloadSearch;
