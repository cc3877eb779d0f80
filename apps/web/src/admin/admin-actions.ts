import { t } from '@lingui/core/macro';
import { may, type SignedIn } from '../api/session.ts';

/** What is begun in administration, for those who may. */
export function adminActionsOf(person: SignedIn) {
  const all = [
    { to: '/admin/people/new', title: t`Register somebody`, shown: may.keepPeople(person) },
    { to: '/admin/check-ins/new', title: t`Write a new policy`, shown: may.setRules(person) },
    { to: '/admin/instruments/new', title: t`Upload an instrument`, shown: may.publishInstruments(person) },
    { to: '/admin/rules/new', title: t`Write a new version of the rules`, shown: may.setRules(person) },
  ] as const;
  return all.filter(({ shown }) => shown);
}
