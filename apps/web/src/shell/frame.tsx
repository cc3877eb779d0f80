import { type ReactNode, useEffect, useRef } from 'react';
import { AppShell, Badge, Button, Group, Text, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { UndoProvider } from '../alerts/undo.tsx';
import { may, sessionQuery, signOut } from '../api/session.ts';
import { useLive } from '../live/use-live.ts';
import { Elsewhere, Welcome } from './welcome.tsx';

export function Frame(): ReactNode {
  const { data: person } = useSuspenseQuery(sessionQuery);
  if (!person) return <Welcome />;
  return <SignedInFrame name={person.name} zone={person.zone ?? null} clients={may.seeCaseload(person)} />;
}

interface Props {
  readonly name: string;
  readonly zone: string | null;
  /** Whether the person has anything to do with clients here. */
  readonly clients: boolean;
}

function SignedInFrame({ name, zone, clients }: Props) {
  const connected = useLive(clients);
  useFocusOnNewPage();
  const elsewhere = zone !== null && zone !== Intl.DateTimeFormat().resolvedOptions().timeZone;
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
            {clients && (
              <>
                <Link to="/" className="tab" activeOptions={{ exact: true }}>
                  Alerts
                </Link>
                <Link to="/caseload" className="tab">
                  Caseload
                </Link>
              </>
            )}
          </Group>
          <Group gap="xs" wrap="nowrap">
            {!connected && (
              <Badge className="reconnecting" role="status" tt="none">
                <span className="wide-only">Reconnecting…</span>
                <VisuallyHidden className="narrow-only">Reconnecting…</VisuallyHidden>
              </Badge>
            )}
            <Text size="sm" c="dimmed" visibleFrom="sm">
              {name}
              {elsewhere && ` · times of ${zone}`}
            </Text>
            <Button
              variant="subtle"
              color="gray"
              px={8}
              className="fixed"
              aria-label="Light or dark"
              onClick={() => {
                toggleColorScheme();
              }}
            >
              <IconSun size={18} className="only-dark" aria-hidden />
              <IconMoon size={18} className="only-light" aria-hidden />
            </Button>
            <Button variant="default" size="xs" className="fixed" onClick={() => void signOut()}>
              Sign out
            </Button>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main id="content" tabIndex={-1}>
        <div className="page">
          {clients ? (
            <UndoProvider>
              <Outlet />
            </UndoProvider>
          ) : (
            <Elsewhere />
          )}
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

/** Whoever follows a link by keyboard or hears the page goes on at its beginning. */
function useFocusOnNewPage(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [pathname]);
}
