import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useRef } from 'react';
import { alertsQuery } from '../api/alerts.ts';
import { sessionQuery } from '../api/session.ts';
import { whole } from '../shell/formats.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Empty, Failed, Loading } from '../shell/states.tsx';
import { useNow } from '../shell/use-now.ts';
import { useTitle } from '../shell/use-title.ts';
import { AlertList } from './alert-list.tsx';
import { type InboxSearch, noneOf } from './narrow.ts';
import { NarrowChips } from './narrow-chips.tsx';
import { useNarrowed } from './use-narrowed.ts';
import { useSteadyList } from './use-steady-list.ts';

const route = getRouteApi('/');

/** What waits for the person, growing live; what is under the cursor stays there. */
export function InboxPage(): ReactNode {
  const { data: person } = useSuspenseQuery(sessionQuery);
  const {
    data: newest,
    error,
    refetch,
    hasNextPage,
    fetchNextPage,
    isFetchingNextPage,
  } = useInfiniteQuery(alertsQuery);
  // A hundred cards are drawn in slices: whoever clicks meanwhile is heard.
  const data = useDeferredValue(newest);
  const { shown, fresh, show } = useSteadyList(data);
  const news = freshWords(fresh);
  const { show: narrowing, alert: opened }: InboxSearch = route.useSearch();
  const navigate = useNavigate();
  const reader = { personId: person?.id ?? null, now: useNow() };
  const listed = useNarrowed(shown, narrowing, reader);
  const heading = useRef<HTMLHeadingElement>(null);
  const waiting = shown.filter(({ status }) => status !== 'resolved');
  const waits = waiting.filter(({ status }) => status === 'open').length;
  const put = waiting.filter(({ snoozedUntil }) => snoozedUntil !== null).length;
  useTitle(waits > 0 ? `(${waits}) ${t`Alerts`}` : t`Alerts`);
  const showOlder = async () => {
    const { data: more } = await fetchNextPage();
    if (more) show(more);
  };
  return (
    <Stack gap="lg">
      <PageTitle
        ref={heading}
        state={
          <>
            {waiting.length > 0 &&
              waitingWords({
                ...{ open: waits, taken: waiting.length - waits - put, put },
                more: hasNextPage,
              })}
            {news && <VisuallyHidden>, {news}</VisuallyHidden>}
          </>
        }
      >
        <Trans>Alerts</Trans>
      </PageTitle>
      <div className="inbox-bar">
        <NarrowChips alerts={shown} chosen={narrowing} reader={reader} more={hasNextPage} />
        <div className="news">
          {news && (
            <Button
              variant="light"
              onClick={() => {
                show();
                heading.current?.focus();
              }}
            >
              <Trans>Show {news}</Trans>
            </Button>
          )}
        </div>
      </div>
      {!data && !error && <Loading label={t`Loading alerts`} />}
      {data && waiting.length === 0 && !news && (
        <Empty title={t`Nothing waits`}>
          <Trans>A low or falling alliance appears here as soon as a client has answered.</Trans>
        </Empty>
      )}
      {waiting.length > 0 && listed.length === 0 && narrowing && (
        <Text c="dimmed">{i18n._(noneOf[narrowing])}</Text>
      )}
      <AlertList
        alerts={listed}
        opened={opened ?? null}
        onOpen={(alert) => {
          const search = { ...(narrowing && { show: narrowing }), ...(alert !== null && { alert }) };
          void navigate({ to: '/', search, replace: true, resetScroll: false });
        }}
        onResolved={() => heading.current?.focus()}
      />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void showOlder()}>
          <Trans>Show older alerts</Trans>
        </Button>
      )}
    </Stack>
  );
}

interface Counts {
  readonly open: number;
  readonly taken: number;
  readonly put: number;
  readonly more: boolean;
}

function waitingWords({ open, taken, put, more }: Counts): string {
  const parts = [
    t`${whole(open)} open`,
    taken > 0 ? t`${whole(taken)} in hand` : '',
    put > 0 ? t`${whole(put)} put off` : '',
  ];
  return [...parts.filter(Boolean), ...(more ? [t`and older ones`] : [])].join(', ');
}

function freshWords({ added, changed }: { readonly added: number; readonly changed: number }): string | null {
  const parts = [
    added > 0 ? plural(added, { one: '# new alert', other: '# new alerts' }) : '',
    changed > 0 ? t`${whole(changed)} changed` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : null;
}
