import { createRoute } from '@tanstack/react-router';
import type { MessagesSearch } from './api/admin.ts';
import { auditedServices, type AuditSearch } from './api/audit.ts';
import { may } from './api/session.ts';
import type { PeopleSearch } from './api/people.ts';
import { date, id, text } from './shell/address.ts';
import { lazyPage } from './shell/script.ts';
import { known, onlyFor, root } from './root.route.tsx';

/** Fetched when somebody goes there: most people never do. */
const administration = (page: keyof typeof import('./admin/index.ts')) =>
  lazyPage(() => import('./admin/index.ts'), page);
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: administration('AdminLayout'),
});
export const adminRoutes = admin.addChildren([
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
    ...onlyFor(may.seeCare),
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
    ...onlyFor(may.seeMessages),
    validateSearch: (given: Record<string, unknown>): MessagesSearch => {
      const [status, personId] = [text(given.status), id(given.personId)];
      return { ...(status && { status }), ...(personId && { personId }) };
    },
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/audit',
    component: administration('AuditPage'),
    ...onlyFor(may.readAudit),
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
    ...onlyFor(may.seeDeadLetters),
  }),
]);
