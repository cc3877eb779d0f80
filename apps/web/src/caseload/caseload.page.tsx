import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef } from 'react';
import { caseloadQuery, type CaseloadSearch, type Sort, staysFresh } from '../api/caseload.ts';
import { isRefused } from '../api/http.ts';
import { may, sessionQuery, useZone } from '../api/session.ts';
import { useTherapistWords } from '../forms/chosen-words.ts';
import { asOfWords, Delayed } from '../shell/as-of.tsx';
import { NarrowedTo } from '../shell/narrowed-to.tsx';
import { Empty, Failed, Loading } from '../shell/states.tsx';
import { useLastKnown } from '../shell/use-last-known.ts';
import { useTitle } from '../shell/use-title.ts';
import { type Changes, CaseloadTools } from './caseload-tools.tsx';
import { hiddenColumns, shownBut } from './hidden-columns.ts';
import { ClientTable } from './client-table.tsx';
import { narrowingWords } from './narrowing-words.ts';
import { useBoard } from './use-board.ts';
import { useSteadyRows } from './use-steady-rows.ts';

const route = getRouteApi('/caseload');

/** Every client the person may see, those at risk first. */
export function CaseloadPage(): ReactNode {
  const { data: person } = useSuspenseQuery(sessionQuery);
  const [personId, several] = [person?.id ?? '', person !== null && may.seeOthersClients(person)];
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
  const known = useLastKnown(newest, search, isPlaceholderData);
  // Where what is asked for is not to be had, what was shown before stays.
  const before = error && !newest && !isRefused(error) ? known : null;
  const told = before?.asked ?? search;
  // Rows are drawn in slices: whoever types or clicks meanwhile is heard.
  const data = useDeferredValue(newest ?? before?.data);
  const clients = useDeferredValue(rows);
  const [first] = data?.pages ?? [];
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const board = useBoard(personId);
  const { hidden: left } = board.board;
  const hidden = useMemo(() => hiddenColumns(left), [left]);
  // Who sees their own clients alone knows who treats them.
  const shown = useMemo(() => shownBut(several ? hidden : [...hidden, 'therapist']), [hidden, several]);
  const therapist = useTherapistWords(told.therapistId);
  // Another order or another search begins at its top.
  const narrow = useCallback(
    (change: Changes) => {
      void navigate({ to: '/caseload', search: clean({ ...search, ...change }), replace: true });
    },
    [navigate, search],
  );
  const sortBy = useCallback(
    (by: Sort) => {
      narrow({ sort: by === 'risk' ? undefined : by });
    },
    [narrow],
  );
  return (
    <Stack gap="lg" className="wide">
      <Group justify="space-between">
        <Title order={1} size="h2" ref={heading} tabIndex={-1} className="quiet-focus">
          <Trans>Caseload</Trans>
        </Title>
        <Text size="sm" c="dimmed" role="status" className="board-state">
          {first &&
            [plural(first.total, { one: '# client', other: '# clients' }), asOfWords(first, zone)]
              .filter(Boolean)
              .join(' · ')}
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
      <NarrowedTo words={[therapist, ...narrowingWords(told)]} />
      <Delayed of={first} zone={zone} />
      <CaseloadTools
        board={board}
        several={several}
        search={search}
        narrow={narrow}
        sortBy={sortBy}
        hidden={hidden}
      />
      {board.unkept && (
        <Alert color="red" variant="light" role="alert" title={t`Your views and columns were not kept`}>
          {board.unkept.message}
        </Alert>
      )}
      {(!data || board.isPending) && !error && <Loading rows={8} label={t`Loading the caseload`} />}
      {error && (
        <Failed
          error={error}
          onRetry={() => void refetch()}
          below={before !== null && t`Below is what was shown before.`}
        />
      )}
      {first?.total === 0 && clients.length === 0 && (
        <Empty title={t`Nobody here`}>
          {told.search || told.therapistId || told.filter
            ? t`No client matches. Try fewer letters, fewer filters or all therapists.`
            : t`Clients appear here as soon as their care begins.`}
        </Empty>
      )}
      {first && clients.length > 0 && !board.isPending && (
        <ClientTable
          key={JSON.stringify(told)}
          clients={clients}
          total={first.total}
          sort={told.sort ?? 'risk'}
          onSort={sortBy}
          shown={shown}
          onEnd={more}
          busy={isFetching}
        />
      )}
    </Stack>
  );
}

const clean = (search: Changes) =>
  Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  ) as CaseloadSearch;
