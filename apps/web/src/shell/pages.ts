import { t } from '@lingui/core/macro';
import { may, type SignedIn } from '../api/session.ts';

/** The pages of a person, in the order of the navigation. */
export function pagesOf(person: SignedIn) {
  const clients = may.seeCaseload(person);
  const everybody = may.seeEverybody(person);
  const administrates = may.administrate(person);
  const pages = [
    { to: '/', title: t`Alerts`, shown: clients, main: true },
    { to: '/day', title: may.haveOwnDay(person) ? t`My day` : t`Day`, shown: clients, main: true },
    { to: '/caseload', title: t`Caseload`, shown: clients, main: true },
    { to: '/therapists', title: t`Therapists`, shown: everybody, main: true },
    { to: '/trends', title: t`Trends`, shown: may.seeTrends(person), main: true },
    { to: '/supervision', title: t`Supervision`, shown: may.supervise(person), main: true },
    { to: '/admin', title: t`Administration`, shown: administrates, main: true },
    { to: '/preferences', title: t`What I am told by email`, shown: may.hearOfAlerts(person), main: false },
    ...adminPagesOf(person)
      .flatMap(({ pages: ofTheme }) => ofTheme)
      .filter(({ to }) => to !== '/admin')
      .map(({ to, title }) => ({ to, title, shown: administrates, main: false })),
  ] as const;
  return pages.filter(({ shown }) => shown);
}

/** The pages of administration by theme: `tab` where they stand together, `title` where they stand alone. */
export function adminPagesOf(person: SignedIn) {
  const all = may.administrate(person);
  const themes = [
    {
      theme: 'people',
      title: t`People`,
      pages: [
        { to: '/admin/people', tab: t`People`, title: t`People`, shown: all },
        { to: '/admin/care', tab: t`Care`, title: t`Who cares for whom`, shown: may.seeCare(person) },
        { to: '/admin/absences', tab: t`Absences`, title: t`Absences`, shown: all },
      ],
    },
    {
      theme: 'asking',
      title: t`Asking`,
      pages: [
        { to: '/admin', tab: t`Check-ins`, title: t`What clients are asked, and when`, shown: all },
        { to: '/admin/instruments', tab: t`Instruments`, title: t`Instruments`, shown: all },
        { to: '/admin/form', tab: t`Form`, title: t`The client’s form`, shown: all },
      ],
    },
    {
      theme: 'alerting',
      title: t`Alerting`,
      pages: [
        { to: '/admin/rules', tab: t`Rules`, title: t`Rules that raise alerts`, shown: all },
        { to: '/admin/alerts', tab: t`Alerts`, title: t`What becomes of an alert`, shown: all },
        { to: '/admin/hours', tab: t`Hours`, title: t`The clinic’s hours`, shown: all },
      ],
    },
    {
      theme: 'record',
      title: t`Record`,
      pages: [
        { to: '/admin/messages', tab: t`Messages`, title: t`Messages`, shown: may.seeMessages(person) },
        {
          to: '/admin/audit',
          tab: t`Audit`,
          title: t`Who read or changed what`,
          shown: may.readAudit(person),
        },
        {
          to: '/admin/dead-letters',
          tab: t`Dead letters`,
          title: t`Dead letters`,
          shown: may.seeDeadLetters(person),
        },
      ],
    },
  ] as const;
  return themes
    .map(({ pages, ...theme }) => ({ ...theme, pages: pages.filter(({ shown }) => shown) }))
    .filter(({ pages }) => pages.length > 0);
}
