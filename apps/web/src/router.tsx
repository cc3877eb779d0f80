import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { InboxPage } from './alerts/inbox.page.tsx';
import { type InboxSearch, type Narrowing, narrowings } from './alerts/narrow.ts';
import { alertsQuery } from './api/alerts.ts';
import { boardQuery } from './api/board.ts';
import {
  type Care,
  cares,
  caseloadQuery,
  type CaseloadSearch,
  isSort,
  treatingQuery,
} from './api/caseload.ts';
import { dayOf, dayQuery, type DaySearch } from './api/day.ts';
import { notPermitted } from './api/http.ts';
import { may, sessionQuery } from './api/session.ts';
import { measures, type TrendsSearch } from './api/trends.ts';
import { fetchBriefEarly, fetchClientEarly } from './client/fetch-early.ts';
import { formatRanges, parseRanges } from './caseload/ranges.ts';
import { date, id, text } from './shell/address.ts';
import { Broken, NotFound } from './shell/no-page.tsx';
import { lazyPage } from './shell/script.ts';
import { adminRoutes } from './admin.routes.tsx';
import { ofClient, onlyFor, known, root } from './root.route.tsx';

const routes = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: InboxPage,
    validateSearch: (given: Record<string, unknown>): InboxSearch => {
      const [show, alert] = [text(given.show), id(given.alert)];
      return {
        ...(show !== undefined && show in narrowings && { show: show as Narrowing }),
        ...(alert && { alert }),
      };
    },
    beforeLoad: async ({ context: { queries } }) => {
      const person = await queries.ensureQueryData(sessionQuery);
      // Whoever looks after no client begins where their work is.
      if (person && !may.seeCaseload(person) && may.administrate(person)) throw redirect({ to: '/admin' });
      // Under way while the page is drawn.
      if (person && may.seeCaseload(person)) void queries.prefetchInfiniteQuery(alertsQuery);
    },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/preferences',
    component: lazyPage(() => import('./preferences/preferences.page.tsx'), 'PreferencesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/clients/$clientId/paper',
    component: lazyPage(() => import('./client/paper.page.tsx'), 'PaperPage'),
    ...known('clientId'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/caseload',
    component: lazyPage(() => import('./caseload/caseload.page.tsx'), 'CaseloadPage'),
    // Under way while the page itself is fetched.
    beforeLoad: async ({ context: { queries }, cause, search }) => {
      const person = await queries.ensureQueryData(sessionQuery);
      if (person && !may.seeCaseload(person)) throw notPermitted();
      if (cause === 'stay' || !person) return;
      void queries.prefetchQuery(boardQuery);
      void queries.prefetchInfiniteQuery(caseloadQuery(search));
      if (may.seeOthersClients(person)) void queries.prefetchQuery(treatingQuery);
    },
    validateSearch: (given: Record<string, unknown>): CaseloadSearch => {
      const [search, therapistId] = [text(given.search), id(given.therapistId)];
      const sort = isSort(given.sort) ? given.sort : undefined;
      const care = typeof given.care === 'string' && given.care in cares ? (given.care as Care) : undefined;
      const filter = formatRanges(parseRanges(text(given.filter)));
      return {
        ...(care && { care }),
        ...(search && { search }),
        ...(therapistId && { therapistId }),
        ...(filter && { filter }),
        ...(sort && { sort }),
      };
    },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/clients/$clientId',
    component: lazyPage(() => import('./client/client.page.tsx'), 'ClientPage'),
    ...ofClient(fetchClientEarly),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/day',
    component: lazyPage(() => import('./day/day.page.tsx'), 'DayPage'),
    beforeLoad: async ({ context: { queries }, cause, search }) => {
      const person = await queries.ensureQueryData(sessionQuery);
      if (person && !may.seeCaseload(person)) throw notPermitted();
      if (cause === 'stay' || !person) return;
      void queries.prefetchQuery(dayQuery(dayOf(search, person), person.zone ?? null));
      if (may.seeOthersClients(person)) void queries.prefetchQuery(treatingQuery);
    },
    validateSearch: (given: Record<string, unknown>): DaySearch => {
      const [day, therapistId] = [date(given.date), id(given.therapistId)];
      return { ...(day && { date: day }), ...(therapistId && { therapistId }) };
    },
  }),
  adminRoutes,
  createRoute({
    getParentRoute: () => root,
    path: '/therapists',
    component: lazyPage(() => import('./therapists/therapists.page.tsx'), 'TherapistsPage'),
    ...onlyFor(may.seeEverybody),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/trends',
    component: lazyPage(() => import('./trends/trends.page.tsx'), 'TrendsPage'),
    validateSearch: (given: Record<string, unknown>): TrendsSearch => {
      const [until, start] = [date(given.until), date(given.start)];
      const [therapistId, supervisorId] = [id(given.therapistId), id(given.supervisorId)];
      const measure = measures.find((one) => one === given.measure);
      const count = Number(given.count);
      return {
        ...(given.by === 'month' && { by: 'month' }),
        ...(Number.isInteger(count) && count > 0 && count <= 60 && { count }),
        ...(until && { until }),
        ...(therapistId && { therapistId }),
        ...(supervisorId && { supervisorId }),
        ...(measure && start && { measure, start }),
      };
    },
    ...onlyFor(may.seeTrends),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/supervision',
    component: lazyPage(() => import('./supervision/supervision.page.tsx'), 'SupervisionPage'),
    ...onlyFor(may.supervise),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/clients/$clientId/brief',
    component: lazyPage(() => import('./client/brief.page.tsx'), 'BriefPage'),
    ...ofClient(fetchBriefEarly),
  }),
]);

export const createAppRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: routes,
    context: { queries },
    defaultPreload: false,
    scrollRestoration: true,
    // Within the frame, so that there is a way on.
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
