import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { staffQuery } from '../../api/caseload.ts';
import { may, sessionQuery } from '../../api/session.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { CareList } from './care-list.tsx';

const route = getRouteApi('/admin/care');

/** Whose clients are whose, by member of staff; handed over from here one by one. */
export function CarePage(): ReactNode {
  useTitle(t`Care: administration`);
  const { data: person } = useSuspenseQuery(sessionQuery);
  const { staffId } = route.useSearch();
  const navigate = useNavigate();
  const staff = useQuery(staffQuery);
  if (person === null || !may.seeCare(person)) {
    return (
      <Empty title={t`Not for your role`}>
        <Trans>Who cares for whom is for operations and the clinic lead.</Trans>
      </Empty>
    );
  }
  return (
    <Stack gap="lg">
      <PageHead title={<Trans>Who cares for whom</Trans>}>
        <Trans>
          By member of staff. Care begins on the page of the client, under{' '}
          <Link to="/admin/people" search={{ kind: 'client' }} className="link">
            People
          </Link>
          ; a planned absence brings its cover by itself.
        </Trans>
      </PageHead>
      <Fetched of={staff} loading={t`Loading staff`} rows={1}>
        {(all) => (
          <NativeSelect
            label={t`Of`}
            maw={320}
            value={staffId ?? ''}
            data={[
              { value: '', label: t`Choose somebody` },
              ...all
                .filter(({ roles }) => roles.includes('therapist') || roles.includes('supervisor'))
                .map(({ personId, name }) => ({ value: personId, label: name })),
            ]}
            onChange={({ currentTarget: { value } }) => {
              void navigate({ to: '/admin/care', search: value === '' ? {} : { staffId: value } });
            }}
          />
        )}
      </Fetched>
      {staffId === undefined ? (
        <Text c="dimmed">
          <Trans>Choose a therapist or supervisor to see their clients.</Trans>
        </Text>
      ) : (
        <CareList key={staffId} of={{ staffId }} past={false} />
      )}
    </Stack>
  );
}
