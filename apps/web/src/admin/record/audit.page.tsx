import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { auditQuery, type AuditSearch } from '../../api/audit.ts';
import { may, sessionQuery, useZone } from '../../api/session.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { MoreButton } from '../../shell/more-button.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { startOfDay } from '../../shell/start-of-day.ts';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';

const route = getRouteApi('/admin/audit');

/** Who read or changed what; that it is looked at here is written down in its turn. */
export function AuditPage(): ReactNode {
  useTitle(t`Audit: administration`);
  const { data: person } = useSuspenseQuery(sessionQuery);
  if (person === null || !may.readAudit(person)) {
    return (
      <Empty title={t`Not for your role`}>
        <Trans>Who read or changed what is for the clinic lead and administrators.</Trans>
      </Empty>
    );
  }
  return <Trail />;
}

function Trail() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const zone = useZone() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { service, from, to, ...rest } = search;
  const filter = {
    ...rest,
    ...(from !== undefined && { from: startOfDay(from, zone) }),
    // The last day is meant to its end.
    ...(to !== undefined && { to: startOfDay(to, zone, 1) }),
  };
  const trail = useInfiniteQuery(auditQuery(service, filter));
  const narrow = (change: { readonly [Field in keyof AuditSearch]: AuditSearch[Field] | undefined }) => {
    const next = Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined);
    void navigate({ to: '/admin/audit', search: Object.fromEntries(next) as AuditSearch, replace: true });
  };
  return (
    <Stack gap="lg">
      <PageHead title={<Trans>Who read or changed what</Trans>}>
        <Trans>Nothing here can be changed. That you look at it is written down, too.</Trans>
      </PageHead>
      <AuditFilters search={search} onChange={narrow} />
      <Fetched of={trail} loading={t`Loading what was written down`} rows={8}>
        {({ entries, away }) => (
          <>
            {away.length > 0 && (
              <Text role="alert" c="red" size="sm">
                <Trans>Not to be reached now: {away.join(', ')}. Theirs are not shown.</Trans>
              </Text>
            )}
            {entries.length === 0 ? (
              <Empty title={t`Nothing written down`}>
                <Trans>Nobody read or changed anything like this. Try fewer filters or another time.</Trans>
              </Empty>
            ) : (
              <AuditTable entries={entries} onNarrow={narrow} />
            )}
          </>
        )}
      </Fetched>
      <MoreButton of={trail}>
        <Trans>Show older entries</Trans>
      </MoreButton>
    </Stack>
  );
}
