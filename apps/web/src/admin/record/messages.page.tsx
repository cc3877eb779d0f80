import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { messagesQuery, type MessagesSearch, retryMessage } from '../../api/admin.ts';
import { sessionQuery } from '../../api/session.ts';
import { Saved } from '../../forms/saved.tsx';
import { useSaving } from '../../forms/use-saving.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { MoreButton } from '../../shell/more-button.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { MessageFilters } from './message-filters.tsx';
import { MessageTable } from './message-table.tsx';
import { NoMessages } from './no-messages.tsx';

const route = getRouteApi('/admin/messages');

/** What left the platform or waits to; what it said is kept nowhere. */
export function MessagesPage(): ReactNode {
  useTitle(t`Messages: administration`);
  const search = route.useSearch();
  const navigate = useNavigate();
  const { data: person } = useSuspenseQuery(sessionQuery);
  const messages = useInfiniteQuery(messagesQuery(search));
  const retrying = useSaving(retryMessage, 'messages');
  const retries = person?.roles.includes('operations') ?? false;
  const narrow = (next: MessagesSearch) => {
    void navigate({ to: '/admin/messages', search: next, replace: true });
  };
  return (
    <Stack gap="lg">
      <PageHead title={<Trans>Messages</Trans>}>
        <Trans>What was said is kept nowhere.</Trans>
      </PageHead>
      <MessageFilters search={search} onChange={narrow} />
      <Fetched of={messages} loading={t`Loading messages`}>
        {(found) =>
          found.length === 0 ? (
            <NoMessages search={search} />
          ) : (
            <MessageTable
              messages={found}
              {...(retries && {
                retried: retrying.isPending ? retrying.variables : null,
                onRetry: retrying.mutate,
              })}
            />
          )
        }
      </Fetched>
      <Saved error={retrying.error} done={retrying.isSuccess} words={t`It is tried again.`} />
      <MoreButton of={messages}>
        <Trans>Show older messages</Trans>
      </MoreButton>
    </Stack>
  );
}
