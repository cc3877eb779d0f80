import { queryOptions } from '@tanstack/react-query';
import { http, post } from './http.ts';

export interface Asked {
  readonly requestId: string;
  /** Told this once only; null where Attune sends it. */
  readonly link: string | null;
  readonly expiresAt: string;
}

interface Wish {
  readonly clientId: string;
  /** The url of the instrument. */
  readonly instrument: string;
  readonly delivery: 'message' | 'by-hand';
  /** Stays the same for a retry, so that it asks once. */
  readonly key: string;
}

/** Asks a client to answer an instrument. */
export const askClient = ({ clientId, instrument, delivery, key }: Wish) =>
  post<Asked>(
    '/api/questionnaires/requests',
    { clientId, instrument: { url: instrument }, delivery },
    { 'idempotency-key': key },
  );

/** One more link of the same request, as a code that a phone reads. */
export const showCode = (requestId: string) =>
  post<{ readonly svg: string }>(`/api/questionnaires/requests/${requestId}/code`);

export interface PaperItem {
  readonly linkId: string;
  readonly text: string;
  /** The text of the groups around it. */
  readonly heading?: string;
  readonly options: readonly { readonly value: number; readonly label: string }[];
  readonly range?: { readonly min: number; readonly max: number; readonly step: number };
  /** Where it is neither a choice nor a line. */
  readonly kind?: 'number' | 'text' | 'date' | 'date-time' | 'time' | 'display';
  readonly several?: boolean;
  /** Words of one's own may stand instead of an option. */
  readonly other?: boolean;
}
export interface PaperInstrument {
  readonly url: string;
  readonly version: string;
  readonly title: string;
  readonly items: readonly PaperItem[];
}

export const instrumentQuery = (name: string) =>
  queryOptions({
    queryKey: ['instrument', name],
    staleTime: 5 * 60_000,
    queryFn: () => http<PaperInstrument>(`/api/questionnaires/instruments/${name}`),
  });

/** What stands on the paper about an item; nothing where it was left open. */
export interface PaperAnswer {
  readonly value?: number | null;
  readonly text?: string;
  readonly values?: readonly number[];
}
export interface Paper {
  readonly clientId: string;
  readonly instrument: { readonly url: string; readonly version: string };
  readonly answeredAt: string;
  readonly answers: readonly (PaperAnswer & { readonly linkId: string })[];
  readonly key: string;
}

/** Keys in what a client answered on paper. */
export const enterPaper = ({ key, ...paper }: Paper) =>
  post<{ readonly alertedNobody: boolean }>('/api/questionnaires/responses/paper', paper, {
    'idempotency-key': key,
  });
