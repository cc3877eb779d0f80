import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { http, type Page, patch, post, query } from './http.ts';

export type Kind = 'client' | 'staff';
export const staffRoles = [
  'therapist',
  'supervisor',
  'clinic-lead',
  'operations',
  'admin',
  'integrator',
] as const;

/** What may be said of a person, and changed. */
export interface PersonFields {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly zone: string;
  readonly roles: readonly string[];
  readonly subject: string | null;
  readonly team: string | null;
  readonly consent: { readonly email: boolean; readonly sms: boolean };
}
export interface KnownPerson extends PersonFields {
  readonly personId: string;
  readonly kind: Kind;
  readonly version: number;
}
export interface PeopleSearch {
  readonly kind?: Kind;
  readonly search?: string;
}

const people = '/api/scheduling/people';

export const peopleQuery = (search: PeopleSearch) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', search],
    queryFn: ({ pageParam: cursor }) =>
      http<Page<KnownPerson>>(`${people}?${query({ ...search, cursor, limit: 50 })}`),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: ['people', 'one', personId],
    queryFn: () => http<KnownPerson>(`${people}/${personId}`),
  });

/** Several at once, by their ids: those whom the reader may see. */
export const namedQuery = (personIds: readonly string[]) =>
  queryOptions({
    queryKey: ['people', 'named', personIds],
    staleTime: Infinity,
    queryFn: async () => {
      const those = query({ personId: personIds.join(','), limit: personIds.length });
      return (await http<Page<KnownPerson>>(`${people}?${those}`)).items;
    },
  });

export const registerPerson = (person: PersonFields & { readonly kind: Kind }, key: string) =>
  post<KnownPerson>(people, person, { 'idempotency-key': key });
export const changePerson = ({ personId, kind: _, version, ...fields }: KnownPerson) =>
  patch<KnownPerson>(`${people}/${personId}`, fields, version);
export const erasePerson = ({ personId, version }: KnownPerson) =>
  post(`${people}/${personId}/erase`, {}, { 'if-match': `"${version}"` });
