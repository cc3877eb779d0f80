import { t } from '@lingui/core/macro';
import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { boardQuery } from '../api/board.ts';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { findClientsQuery, staffQuery } from '../api/caseload.ts';
import { peopleQuery } from '../api/people.ts';
import { may, type SignedIn, signOut } from '../api/session.ts';
import { readyViews } from '../caseload/views.ts';
import { choose, type Language, languages } from '../language/language.ts';
import { pageActions } from './page-actions.ts';
import { pagesOf } from './pages.ts';

const shownOfAKind = 6;

interface Choice {
  readonly key: string;
  readonly title: string;
  /** What it is, where the title does not tell. */
  readonly hint: string;
  /** The page that is open does it. */
  readonly ofPage?: boolean;
  readonly go: () => unknown;
}

/** What the palette offers for what is typed: what the open page can do, pages, views, clients, staff and what the bar does, to whom each is open. */
export function useChoices(person: SignedIn, typed: string, focused: Element | null): readonly Choice[] {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { toggleColorScheme } = useMantineColorScheme();
  const clients = useClients(person, typed);
  const therapists = useTherapists(person, typed);
  const people = usePeople(person, typed);
  const { data: board } = useQuery({ ...boardQuery, enabled: may.seeCaseload(person) });
  const allViews = typed !== '' || pathname === '/caseload';
  const views = may.seeCaseload(person) ? [...(board?.views ?? []), ...(allViews ? readyViews() : [])] : [];
  const inLanguages = Object.entries(languages).map(([language, name]) => ({
    key: `language ${language}`,
    title: name,
    hint: t`language`,
    go: () => {
      choose(language as Language);
    },
  }));
  const fixed: readonly Choice[] = [
    ...pageActions(focused).map(({ key, title, go }) => ({
      ...{ key: `here ${key}`, title, hint: t`on this page`, ofPage: true, go },
    })),
    ...pagesOf(person).map(({ title, to }) => ({
      key: to,
      title,
      hint: t`page`,
      go: () => navigate({ to }),
    })),
    ...views.map(({ name, search }) => ({
      key: `view ${name}`,
      title: name,
      hint: t`view of the caseload`,
      go: () => navigate({ to: '/caseload', search }),
    })),
    { key: 'theme', title: t`Light or dark`, hint: t`action`, go: toggleColorScheme },
    ...inLanguages,
    { key: 'sign-out', title: t`Sign out`, hint: t`action`, go: signOut },
  ];
  const wanted = typed.toLowerCase();
  const begins = ({ title }: Choice) => title.toLowerCase().startsWith(wanted);
  const within = fixed.filter(({ title }) => title.toLowerCase().includes(wanted));
  return [
    ...within.filter(begins),
    ...clients,
    ...therapists,
    ...people,
    // Somebody of whom the beginning is typed is rather meant than a word within.
    ...within.filter((choice) => !begins(choice)),
  ];
}

function useClients(person: SignedIn, text: string): readonly Choice[] {
  const navigate = useNavigate();
  const [typed] = useDebouncedValue(text, 150);
  const enabled = typed !== '' && may.seeCaseload(person);
  const { data } = useQuery({ ...findClientsQuery(typed, shownOfAKind), enabled });
  if (!enabled || !data) return [];
  return data.items.map(({ clientId, name, therapist }) => ({
    key: `client ${clientId}`,
    title: name || t`Name not known yet`,
    hint: therapist?.name ?? t`client`,
    go: () => navigate({ to: '/clients/$clientId', params: { clientId } }),
  }));
}

/** Those whose clients can be looked at together. */
function useTherapists(person: SignedIn, typed: string): readonly Choice[] {
  const navigate = useNavigate();
  const enabled = typed !== '' && may.seeEverybody(person);
  const { data } = useQuery({ ...staffQuery, enabled });
  if (!enabled || !data) return [];
  return data
    .filter(
      ({ name, roles }) => roles.includes('therapist') && name.toLowerCase().includes(typed.toLowerCase()),
    )
    .slice(0, shownOfAKind)
    .map(({ personId, name }) => ({
      key: `therapist ${personId}`,
      title: name,
      hint: t`clients of this therapist`,
      go: () => navigate({ to: '/caseload', search: { therapistId: personId } }),
    }));
}

/** As administration keeps them; clients only for whoever finds them nowhere else. */
function usePeople(person: SignedIn, text: string): readonly Choice[] {
  const navigate = useNavigate();
  const [typed] = useDebouncedValue(text, 150);
  const enabled = typed !== '' && may.administrate(person);
  const only = may.seeCaseload(person) ? ({ kind: 'staff' } as const) : {};
  const { data } = useInfiniteQuery({ ...peopleQuery({ ...only, search: typed }), enabled });
  if (!enabled || !data) return [];
  return data.slice(0, shownOfAKind).map(({ personId, name }) => ({
    key: `person ${personId}`,
    title: name,
    hint: t`person in administration`,
    go: () => navigate({ to: '/admin/people/$personId', params: { personId } }),
  }));
}
