import { may, type SignedIn } from '../api/session.ts';

/** The pages of a person, in the order of the navigation. */
export function pagesOf(person: SignedIn) {
  const clients = may.seeCaseload(person);
  const everybody = may.seeEverybody(person);
  const administrates = may.administrate(person);
  const pages = [
    { to: '/', title: 'Alerts', shown: clients, main: true },
    { to: '/day', title: everybody ? 'Day' : 'My day', shown: clients, main: true },
    { to: '/caseload', title: 'Caseload', shown: clients, main: true },
    { to: '/therapists', title: 'Therapists', shown: everybody, main: true },
    { to: '/supervision', title: 'Supervision', shown: may.supervise(person), main: true },
    { to: '/admin', title: 'Administration', shown: administrates, main: true },
    { to: '/preferences', title: 'What I am told by email', shown: may.hearOfAlerts(person), main: false },
    { to: '/admin/rules', title: 'Rules that raise alerts', shown: administrates, main: false },
    { to: '/admin/alerts', title: 'What becomes of an alert', shown: administrates, main: false },
    { to: '/admin/hours', title: 'The clinic’s hours', shown: administrates, main: false },
    { to: '/admin/absences', title: 'Absences', shown: administrates, main: false },
    { to: '/admin/messages', title: 'Messages', shown: may.seeMessages(person), main: false },
    { to: '/admin/dead-letters', title: 'Dead letters', shown: may.seeDeadLetters(person), main: false },
  ] as const;
  return pages.filter(({ shown }) => shown);
}
