import { queryOptions } from '@tanstack/react-query';
import type { CaseloadSearch } from './caseload.ts';
import { http, put } from './http.ts';

/** A view of the caseload under a name: what it is narrowed and sorted by, never a page of it. */
export interface View {
  readonly name: string;
  readonly search: Omit<CaseloadSearch, 'search'>;
}

/** How a person looks at the caseload, on any device. */
export interface Board {
  readonly views: readonly View[];
  /** Names of columns that are left out. */
  readonly hidden: readonly string[];
}

interface KeptBoard extends Board {
  readonly version: number;
}

export const boardQuery = queryOptions({
  queryKey: ['board'],
  staleTime: 5 * 60_000,
  queryFn: () => http<KeptBoard>('/api/caseload/board'),
});

export const saveBoard = ({ views, hidden }: Board, version: number) =>
  put<KeptBoard>('/api/caseload/board', { views, hidden }, version);
