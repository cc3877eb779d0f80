import { Stack, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { may, sessionQuery } from '../api/session.ts';
import { Empty } from '../shell/states.tsx';

/** Everything that is set for the whole clinic, each for those who may. */
export function AdminLayout(): ReactNode {
  const { data: person } = useSuspenseQuery(sessionQuery);
  if (!person || !may.administrate(person)) {
    return (
      <Empty title="Not for your role" order={1}>
        Administration is for operations, the clinic lead and administrators.
      </Empty>
    );
  }
  return (
    <Stack gap="lg">
      <Title order={1} size="h2">
        Administration
      </Title>
      <nav aria-label="Administration" className="subnav screen-only">
        <Link to="/admin" className="tab" activeOptions={{ exact: true }}>
          Check-ins
        </Link>
        <Link to="/admin/rules" className="tab">
          Rules
        </Link>
        <Link to="/admin/alerts" className="tab">
          Alerts
        </Link>
        <Link to="/admin/hours" className="tab">
          Hours
        </Link>
        <Link to="/admin/absences" className="tab">
          Absences
        </Link>
        {may.seeMessages(person) && (
          <Link to="/admin/messages" className="tab">
            Messages
          </Link>
        )}
        {may.seeDeadLetters(person) && (
          <Link to="/admin/dead-letters" className="tab">
            Dead letters
          </Link>
        )}
      </nav>
      <Outlet />
    </Stack>
  );
}
