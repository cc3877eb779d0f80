import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { may, sessionQuery } from '../api/session.ts';
import { adminActionsOf } from './admin-actions.ts';
import { AdminNav } from './admin-nav.tsx';
import { usePageActions } from '../shell/page-actions.ts';
import { Empty } from '../shell/states.tsx';

/** Everything that is set for the whole clinic, each for those who may. */
export function AdminLayout(): ReactNode {
  const { data: person } = useSuspenseQuery(sessionQuery);
  const navigate = useNavigate();
  usePageActions(
    (person ? adminActionsOf(person) : []).map(({ to, title }) => ({
      ...{ key: to, title },
      go: () => navigate({ to }),
    })),
  );
  if (!person || !may.administrate(person)) {
    return (
      <Empty title={t`Not for your role`} order={1}>
        <Trans>Administration is for operations, the clinic lead and administrators.</Trans>
      </Empty>
    );
  }
  return (
    <Stack gap="lg" className="wide">
      <Title order={1} size="h2">
        <Trans>Administration</Trans>
      </Title>
      <AdminNav person={person} />
      <Outlet />
    </Stack>
  );
}
