import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { InboxPage } from './alerts/inbox.page.tsx';
import { type InboxSearch, type Narrowing, narrowings } from './alerts/narrow.ts';
import type { MessagesSearch } from './api/admin.ts';
import { alertsQuery } from './api/alerts.ts';
import { auditedServices, type AuditSearch } from './api/audit.ts';
import { boardQuery } from './api/board.ts';
import {
  type Care,
  cares,
  caseloadQuery,
  type CaseloadSearch,
  isSort,
  treatingQuery,
} from './api/caseload.ts';
import type { DaySearch } from './api/day.ts';
import { notPermitted } from './api/http.ts';
import type { PeopleSearch } from './api/people.ts';
import { may, sessionQuery, type SignedIn } from './api/session.ts';
import { measures, type TrendsSearch } from './api/trends.ts';
import { formatRanges, parseRanges } from './caseload/ranges.ts';
import { date, id, text } from './shell/address.ts';
import { Frame } from './shell/frame.tsx';
import { Broken, NotFound } from './shell/no-page.tsx';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Frame,
  loader: ({ context }) => context.queries.ensureQueryData(sessionQuery),
  notFoundComponent: NotFound,
  errorComponent: Broken,
});

interface Entering {
  readonly context: { readonly queries: QueryClient };
}

/** Whoever may not see a page is told so at once, instead of its tools without what they are for. */
const onlyFor = (allowed: (person: SignedIn) => boolean) => ({
  beforeLoad: async ({ context: { queries } }: Entering) => {
    const person = await queries.ensureQueryData(sessionQuery);
    if (person && !allowed(person)) throw notPermitted();
  },
});

/** For pages of one person: a wrong id is a page that does not exist. */
const known = (param: string) => ({
  beforeLoad: ({ params }: { readonly params: Readonly<Record<string, string>> }) => {
    if (id(params[param]) === undefined) notFound({ throw: true });
  },
});

/** Fetched when somebody goes there: most people never do. */
const administration = (page: keyof typeof import('./admin/index.ts')) =>
  lazyRouteComponent(() => import('./admin/index.ts'), page);
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: administration('AdminLayout'),
});
const adminRoutes = admin.addChildren([
  createRoute({ getParentRoute: () => admin, path: '/', component: administration('CheckInsPage') }),
  createRoute({ getParentRoute: () => admin, path: '/rules', component: administration('RulesPage') }),
  createRoute({
    getParentRoute: () => admin,
    path: '/rules/new',
    component: administration('NewRulesPage'),
    validateSearch: (given: Record<string, unknown>): { readonly from?: string; readonly point?: number } => {
      const from = text(given.from);
      const point = Number(given.point);
      return { ...(from && { from }), ...(point > 0 && { point }) };
    },
  }),
  createRoute({ getParentRoute: () => admin, path: '/alerts', component: administration('AlertPolicyPage') }),
  createRoute({ getParentRoute: () => admin, path: '/hours', component: administration('HoursPage') }),
  createRoute({ getParentRoute: () => admin, path: '/absences', component: administration('AbsencesPage') }),
  createRoute({
    getParentRoute: () => admin,
    path: '/people',
    component: administration('PeoplePage'),
    validateSearch: (given: Record<string, unknown>): PeopleSearch => {
      const search = text(given.search);
      const kind = given.kind === 'client' || given.kind === 'staff' ? given.kind : undefined;
      return { ...(kind && { kind }), ...(search && { search }) };
    },
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/people/new',
    component: administration('RegisterPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/people/$personId',
    component: administration('PersonPage'),
    ...known('personId'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/care',
    component: administration('CarePage'),
    validateSearch: (given: Record<string, unknown>): { readonly staffId?: string } => {
      const staffId = id(given.staffId);
      return staffId ? { staffId } : {};
    },
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/check-ins/new',
    component: administration('NewPolicyPage'),
    validateSearch: (given: Record<string, unknown>): { readonly clientId?: string } => {
      const clientId = id(given.clientId);
      return clientId ? { clientId } : {};
    },
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/instruments',
    component: administration('InstrumentsPage'),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/instruments/new',
    component: administration('UploadPage'),
    validateSearch: (given: Record<string, unknown>): { readonly as?: 'fhir'; readonly wording?: string } => {
      const wording = text(given.wording);
      return wording ? { wording } : given.as === 'fhir' ? { as: 'fhir' } : {};
    },
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/instruments/$name',
    component: administration('InstrumentPage'),
    validateSearch: (given: Record<string, unknown>): { readonly version?: string } => {
      const version = text(given.version);
      return version ? { version } : {};
    },
  }),
  createRoute({ getParentRoute: () => admin, path: '/form', component: administration('FormPage') }),
  createRoute({
    getParentRoute: () => admin,
    path: '/messages',
    component: administration('MessagesPage'),
    validateSearch: (given: Record<string, unknown>): MessagesSearch => {
      const [status, personId] = [text(given.status), id(given.personId)];
      return { ...(status && { status }), ...(personId && { personId }) };
    },
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/audit',
    component: administration('AuditPage'),
    validateSearch: (given: Record<string, unknown>): AuditSearch => {
      const [personId, clientId] = [id(given.personId), id(given.clientId)];
      const [from, to, action] = [date(given.from), date(given.to), text(given.action)];
      const service = auditedServices.find((one) => one === given.service);
      const kind = given.kind === 'read' || given.kind === 'change' ? given.kind : undefined;
      return {
        ...(service && { service }),
        ...(personId && { personId }),
        ...(clientId && { clientId }),
        ...(kind && { kind }),
        ...(action && { action }),
        ...(from && { from }),
        ...(to && { to }),
      };
    },
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/dead-letters',
    component: administration('DeadLettersPage'),
  }),
]);

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
    component: lazyRouteComponent(() => import('./preferences/preferences.page.tsx'), 'PreferencesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/clients/$clientId/paper',
    component: lazyRouteComponent(() => import('./client/paper.page.tsx'), 'PaperPage'),
    ...known('clientId'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/caseload',
    component: lazyRouteComponent(() => import('./caseload/caseload.page.tsx'), 'CaseloadPage'),
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
    component: lazyRouteComponent(() => import('./client/client.page.tsx'), 'ClientPage'),
    ...known('clientId'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/day',
    component: lazyRouteComponent(() => import('./day/day.page.tsx'), 'DayPage'),
    ...onlyFor(may.seeCaseload),
    validateSearch: (given: Record<string, unknown>): DaySearch => {
      const [day, therapistId] = [date(given.date), id(given.therapistId)];
      return { ...(day && { date: day }), ...(therapistId && { therapistId }) };
    },
  }),
  adminRoutes,
  createRoute({
    getParentRoute: () => root,
    path: '/therapists',
    component: lazyRouteComponent(() => import('./therapists/therapists.page.tsx'), 'TherapistsPage'),
    ...onlyFor(may.seeEverybody),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/trends',
    component: lazyRouteComponent(() => import('./trends/trends.page.tsx'), 'TrendsPage'),
    validateSearch: (given: Record<string, unknown>): TrendsSearch => {
      const [until, therapistId, start] = [date(given.until), id(given.therapistId), date(given.start)];
      const measure = measures.find((one) => one === given.measure);
      const count = Number(given.count);
      return {
        ...(given.by === 'month' && { by: 'month' }),
        ...(Number.isInteger(count) && count > 0 && count <= 60 && { count }),
        ...(until && { until }),
        ...(therapistId && { therapistId }),
        ...(measure && start && { measure, start }),
      };
    },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/supervision',
    component: lazyRouteComponent(() => import('./supervision/supervision.page.tsx'), 'SupervisionPage'),
    ...onlyFor(may.supervise),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/clients/$clientId/brief',
    component: lazyRouteComponent(() => import('./client/brief.page.tsx'), 'BriefPage'),
    ...known('clientId'),
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
