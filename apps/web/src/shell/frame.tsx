import type { ReactNode } from 'react';
import { AppShell, Badge, Button, Group, Text, useMantineColorScheme } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { may, sessionQuery, signOut } from '../api/session.ts';
import { useLive } from '../live/use-live.ts';
import { Welcome } from './welcome.tsx';

export function Frame(): ReactNode {
  const { data: person } = useSuspenseQuery(sessionQuery);
  if (!person) return <Welcome />;
  return <SignedInFrame name={person.name} caseload={may.seeCaseload(person)} />;
}

function SignedInFrame({ name, caseload }: { readonly name: string; readonly caseload: boolean }) {
  const connected = useLive();
  const { toggleColorScheme } = useMantineColorScheme();
  return (
    <AppShell header={{ height: 60 }} padding={{ base: 'md', sm: 'xl' }}>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <AppShell.Header className="frame-header">
        <Group h="100%" px={{ base: 'md', sm: 'xl' }} justify="space-between" wrap="nowrap" gap="xs">
          <Group gap={4} wrap="nowrap" component="nav" aria-label="Main">
            <Link to="/" className="brand strong wide-only">
              Attune
            </Link>
            <Link to="/" className="tab" activeOptions={{ exact: true }}>
              Alerts
            </Link>
            {caseload && (
              <Link to="/caseload" className="tab">
                Caseload
              </Link>
            )}
          </Group>
          <Group gap="xs" wrap="nowrap">
            {!connected && (
              <Badge color="orange" variant="light" role="status">
                Reconnecting…
              </Badge>
            )}
            <Text size="sm" c="dimmed" visibleFrom="sm">
              {name}
            </Text>
            <Button
              variant="subtle"
              color="gray"
              px={8}
              aria-label="Light or dark"
              onClick={() => {
                toggleColorScheme();
              }}
            >
              <IconSun size={18} className="only-dark" aria-hidden />
              <IconMoon size={18} className="only-light" aria-hidden />
            </Button>
            <Button variant="default" size="xs" onClick={() => void signOut()}>
              Sign out
            </Button>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main id="content" tabIndex={-1}>
        <div className="page">
          <Outlet />
        </div>
      </AppShell.Main>
    </AppShell>
  );
}
