import { queryOptions } from '@tanstack/react-query';
import { http, put } from './http.ts';

export interface Contact {
  readonly name: string;
  readonly phone: string;
}
export interface CrisisText {
  readonly language: string;
  readonly text: string;
  readonly contacts: readonly Contact[];
  /** The clinic has said nothing in this language: it is what ships. */
  readonly shipped: boolean;
}
export interface CrisisInformation {
  readonly version: number;
  readonly texts: readonly CrisisText[];
}
/** Instruments whose result the client sees after sending. */
export interface ShownResults {
  readonly version: number;
  readonly instruments: readonly string[];
}

const api = '/api/questionnaires';

export const crisisQuery = queryOptions({
  queryKey: ['crisis-information'],
  queryFn: () => http<CrisisInformation>(`${api}/crisis-information`),
});
/** What ships is not sent back as ours: it would no longer follow our numbers, nor better words. */
export const saveCrisis = ({ version, texts }: CrisisInformation) =>
  put(
    `${api}/crisis-information`,
    {
      texts: texts
        .filter(({ shipped }) => !shipped)
        .map(({ language, text, contacts }) => ({ language, text, contacts })),
    },
    version,
  );

export const shownResultsQuery = queryOptions({
  queryKey: ['shown-results'],
  queryFn: () => http<ShownResults>(`${api}/shown-results`),
});
export const saveShownResults = ({ version, instruments }: ShownResults) =>
  put(`${api}/shown-results`, { instruments }, version);
