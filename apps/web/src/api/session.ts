import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { http, post } from './http.ts';

export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly zone?: string | null;
}

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  queryFn: async () => (await http<{ person: SignedIn | null }>('/auth/session')).person,
});

export function signIn(): void {
  const here = location.pathname + location.search;
  location.assign(`/auth/sign-in?return=${encodeURIComponent(here)}`);
}

export async function signOut(): Promise<void> {
  const { redirect } = await post<{ redirect?: string }>('/auth/sign-out');
  location.assign(redirect ?? '/');
}

/** The zone that dates are told in: that of the person, wherever the device is. */
export function useZone(): string | null {
  return useSuspenseQuery(sessionQuery).data?.zone ?? null;
}

const has = ({ roles }: SignedIn, wanted: readonly string[]) => roles.some((role) => wanted.includes(role));

export const may = {
  seeCaseload: (person: SignedIn) =>
    person.roles.some((role) => ['therapist', 'supervisor', 'clinic-lead', 'operations'].includes(role)),
  seeEverybody: (person: SignedIn) => has(person, ['operations', 'clinic-lead']),
  /** Begins with their own sessions, and is shown nobody's beside those of their clients. */
  haveOwnDay: (person: SignedIn) => has(person, ['therapist']) && !may.seeEverybody(person),
  /** Sees clients of several therapists. */
  seeOthersClients: (person: SignedIn) => has(person, ['operations', 'clinic-lead', 'supervisor']),
  supervise: (person: SignedIn) => has(person, ['supervisor', 'clinic-lead']),
  seeTrends: (person: SignedIn) => has(person, ['operations', 'clinic-lead', 'supervisor']),
  administrate: (person: SignedIn) => has(person, ['operations', 'clinic-lead', 'admin']),
  keepPeople: (person: SignedIn) => has(person, ['operations', 'admin']),
  erasePeople: (person: SignedIn) => has(person, ['admin']),
  /** An administrator sets things up and looks at no client's care. */
  seeCare: (person: SignedIn) => has(person, ['operations', 'clinic-lead']),
  publishInstruments: (person: SignedIn) => has(person, ['admin']),
  readAudit: (person: SignedIn) => has(person, ['clinic-lead', 'admin']),
  setRules: (person: SignedIn) => has(person, ['clinic-lead', 'admin']),
  seeMessages: (person: SignedIn) => has(person, ['operations', 'clinic-lead']),
  seeDeadLetters: (person: SignedIn) => has(person, ['admin']),
  hearOfAlerts: (person: SignedIn) =>
    person.roles.some((role) => ['therapist', 'supervisor', 'clinic-lead'].includes(role)),
  readAnswers: (person: SignedIn) =>
    person.roles.some((role) => role === 'therapist' || role === 'supervisor'),
  keepSessions: (person: SignedIn) => has(person, ['operations', 'therapist']),
  bookForOthers: (person: SignedIn) => has(person, ['operations']),
  askClients: (person: SignedIn) =>
    person.roles.some((role) => role === 'operations' || role === 'therapist'),
};
