import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useDeferredValue, useEffect, useRef } from 'react';
import { AppShell, Badge, Button, Group, Text, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { IconClock, IconMail, IconMoon, IconSun } from '@tabler/icons-react';
import { UndoProvider } from '../alerts/undo.tsx';
import { may, sessionQuery, type SignedIn, signOut } from '../api/session.ts';
import { useLive } from '../live/use-live.ts';
import { LanguageChoice } from '../language/language-choice.tsx';
import { MainNav } from './main-nav.tsx';
import { Palette } from './palette.tsx';
import { usePagesAtHand } from './use-pages-at-hand.ts';
import { Elsewhere, Welcome } from './welcome.tsx';

export function Frame(): ReactNode {
  const { data: person } = useSuspenseQuery(sessionQuery);
  if (!person) return <Welcome />;
  return <SignedInFrame person={person} />;
}

function SignedInFrame({ person }: { readonly person: SignedIn }) {
  /** Whether the person has anything to do with clients here. */
  const clients = may.seeCaseload(person);
  const here = clients || may.administrate(person);
  const connected = useLive(clients);
  useFocusOnNewPage();
  usePagesAtHand(person);
  // The names of the pages first, the rest after them in slices: in one go a slow phone would not answer for long.
  const framed = useDeferredValue(true, false);
  return (
    <AppShell header={{ height: { base: 104, lg: 60 } }} padding={{ base: 'md', sm: 'xl' }}>
      <a className="skip" href="#content">
        <Trans>Skip to content</Trans>
      </a>
      <AppShell.Header className="frame-header">
        <Group
          className="frame-row"
          px={{ base: 'md', sm: 'xl' }}
          justify="space-between"
          wrap="nowrap"
          gap="xs"
        >
          <Link to="/" className="brand strong">
            Attune
          </Link>
          <MainNav person={person} />
          <Group gap="xs" wrap="nowrap" miw={0}>
            {!connected && <Reconnecting visibleFrom="sm" />}
            <Palette person={person} />
            {framed && <Tools person={person} />}
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main id="content" tabIndex={-1}>
        <div className="page">
          {framed && <WhoAndWhen person={person} connected={connected} />}
          {here ? <UndoProvider>{framed && <Outlet />}</UndoProvider> : <Elsewhere />}
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

const Reconnecting = (where: { readonly visibleFrom?: 'sm' }) => (
  <Badge className="reconnecting" role="status" tt="none" {...where}>
    <Trans>Reconnecting…</Trans>
  </Badge>
);

/** What the bar has at its end: who one is, how the app looks and speaks. */
function Tools({ person }: { readonly person: SignedIn }) {
  const { name, zone = null } = person;
  const { toggleColorScheme } = useMantineColorScheme();
  return (
    <>
      <Text size="sm" c="dimmed" visibleFrom="sm" truncate title={name}>
        {name}
      </Text>
      {zone !== null && <OtherZone zone={zone} />}
      {may.hearOfAlerts(person) && (
        <Link to="/preferences" className="tab icon-tab" aria-label={t`What I am told by email`}>
          <IconMail size={18} aria-hidden />
        </Link>
      )}
      <Button
        variant="subtle"
        color="gray"
        px={8}
        className="fixed"
        aria-label={t`Light or dark`}
        onClick={() => {
          toggleColorScheme();
        }}
      >
        <IconSun size={18} className="only-dark" aria-hidden />
        <IconMoon size={18} className="only-light" aria-hidden />
      </Button>
      <LanguageChoice />
      <Button variant="default" size="xs" className="fixed" onClick={() => void signOut()}>
        <Trans>Sign out</Trans>
      </Button>
    </>
  );
}

interface WhoProps {
  readonly person: SignedIn;
  readonly connected: boolean;
}

/** On a phone the bar has no room: who is signed in, in whose time the page speaks, and whether it is true stand above. */
function WhoAndWhen({ person: { name, zone = null }, connected }: WhoProps) {
  return (
    <Group gap="xs" hiddenFrom="sm" mb="sm" mih={20} className="screen-only">
      <Text size="xs" c="dimmed">
        {[name, ...(isElsewhere(zone) ? [t`times of ${zone}`] : [])].join(' · ')}
      </Text>
      {!connected && <Reconnecting />}
    </Group>
  );
}

const isElsewhere = (zone: string | null): zone is string =>
  zone !== null && zone !== Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Says in whose time the page speaks, where the device has another. */
function OtherZone({ zone }: { readonly zone: string }) {
  if (!isElsewhere(zone)) return null;
  return (
    <Text
      component="span"
      size="sm"
      c="dimmed"
      visibleFrom="sm"
      className="fixed unbroken"
      title={t`times of ${zone}`}
    >
      <IconClock size={14} className="in-line" aria-hidden />{' '}
      <span aria-hidden className="zone-name">
        {zone}
      </span>
      <VisuallyHidden>{t`times of ${zone}`}</VisuallyHidden>
    </Text>
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
