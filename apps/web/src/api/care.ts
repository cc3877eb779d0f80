import { infiniteQueryOptions } from '@tanstack/react-query';
import { http, type Page, post, query } from './http.ts';

export type CareKind = 'primary' | 'cover' | 'supervisor';

export interface Care {
  readonly careRelationshipId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly kind: CareKind;
  readonly from: string;
  readonly to: string | null;
}
export interface NewCare {
  readonly clientId: string;
  readonly staffId: string;
  readonly kind: CareKind;
  readonly from: string;
  readonly to: string | null;
}
/** Of whom: a client, or a member of staff. */
export type CareOf = { readonly clientId: string } | { readonly staffId: string };

const care = '/api/scheduling/care-relationships';

/** @param past whether what is over is wanted too */
export const careQuery = (of: CareOf, past: boolean) =>
  infiniteQueryOptions({
    queryKey: ['care', of, past],
    queryFn: ({ pageParam: cursor }) => {
      const endsAfter = past ? null : new Date().toISOString();
      return http<Page<Care>>(`${care}?${query({ ...of, endsAfter, cursor, limit: 50 })}`);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

export const beginCare = (given: NewCare, key: string) => post<Care>(care, given, { 'idempotency-key': key });

interface At {
  readonly careRelationshipId: string;
  readonly at: string;
}
export const endCare = ({ careRelationshipId, at }: At) =>
  post<Care>(`${care}/${careRelationshipId}/end`, { at });
export const handOverCare = (
  { careRelationshipId, ...body }: At & { readonly staffId: string },
  key: string,
) => post<Care>(`${care}/${careRelationshipId}/hand-over`, body, { 'idempotency-key': key });
