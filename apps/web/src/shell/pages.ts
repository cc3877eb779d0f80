import { t } from '@lingui/core/macro';
import { may, type SignedIn } from '../api/session.ts';

/** The pages of a person, in the order of the navigation. */
export function pagesOf(person: SignedIn) {
  const clients = may.seeCaseload(person);
  const everybody = may.seeEverybody(person);
  const administrates = may.administrate(person);
  const pages = [
    { to: '/', title: t`Alerts`, shown: clients, main: true },
    { to: '/day', title: everybody ? t`Day` : t`My day`, shown: clients, main: true },
    { to: '/caseload', title: t`Caseload`, shown: clients, main: true },
    { to: '/therapists', title: t`Therapists`, shown: everybody, main: true },
    { to: '/supervision', title: t`Supervision`, shown: may.supervise(person), main: true },
    { to: '/admin', title: t`Administration`, shown: administrates, main: true },
    { to: '/preferences', title: t`What I am told by email`, shown: may.hearOfAlerts(person), main: false },
    { to: '/admin/rules', title: t`Rules that raise alerts`, shown: administrates, main: false },
    { to: '/admin/alerts', title: t`What becomes of an alert`, shown: administrates, main: false },
    { to: '/admin/hours', title: t`The clinic’s hours`, shown: administrates, main: false },
    { to: '/admin/absences', title: t`Absences`, shown: administrates, main: false },
    { to: '/admin/messages', title: t`Messages`, shown: may.seeMessages(person), main: false },
    { to: '/admin/dead-letters', title: t`Dead letters`, shown: may.seeDeadLetters(person), main: false },
  ] as const;
  return pages.filter(({ shown }) => shown);
}
