import { queryOptions } from '@tanstack/react-query';
import { http, type FieldProblem, type Page, post, query } from './http.ts';

interface Licence {
  readonly name: string;
  readonly url?: string;
}
/** A number with where it was published, or why there is none. */
export type Figure = { readonly value: number; readonly source: string } | { readonly unknown: string };
export interface InstrumentScale {
  readonly code: string;
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly higherIsBetter: boolean;
  /** There where it is scored by one, and not by adding up. */
  readonly expression?: unknown;
  /** What is known of it beside its key. */
  readonly psychometrics: { readonly reliability: Figure; readonly sd: Figure };
}
export interface InstrumentItem {
  readonly linkId: string;
  readonly text: string;
  readonly heading?: string;
  readonly reversed?: boolean;
  readonly risk?: unknown;
  /** The answers to choose from; one counts its value where it has no weight, and nothing where that is null. */
  readonly options: readonly {
    readonly value: number;
    readonly label: string;
    readonly weight?: number | null;
  }[];
  /** Instead of options: a line to be marked. */
  readonly range?: { readonly min: number; readonly max: number };
  /** Missing where it has options, or a line to be marked. */
  readonly kind?: string;
}
export interface Instrument {
  readonly url: string;
  readonly version: string;
  readonly title: string;
  readonly intro: string;
  readonly notice: string;
  readonly validated: boolean;
  readonly languages?: readonly string[];
  readonly licence?: Licence;
  readonly items: readonly InstrumentItem[];
  readonly scales: readonly InstrumentScale[];
  readonly publishedAt: string;
  readonly keyRevision: number;
}
/** An instrument whose scoring ships and whose words its holder licenses. */
export interface CatalogueKey {
  readonly name: string;
  readonly title: string;
  readonly status: 'awaits-wording' | 'worded';
  readonly holder: string;
  readonly source: string;
  readonly caution: string | null;
  readonly licence: Licence;
  readonly items: readonly { readonly linkId: string }[];
}
export interface ItemUsage {
  readonly version: string;
  readonly linkId: string;
  readonly timed: number | null;
  readonly halfWithinSeconds: number | null;
  readonly nineTenthsWithinSeconds: number | null;
  readonly left: number | null;
}

const api = '/api/questionnaires';
/** The last segment of its url, by which an instrument is asked for. */
export const nameOf = (url: string): string => url.split('/').at(-1) ?? url;

export const instrumentsQuery = queryOptions({
  queryKey: ['instruments', 'list'],
  queryFn: async () => {
    const all: Instrument[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<Instrument> = await http(`${api}/instruments?${query({ cursor, limit: 200 })}`);
      all.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return all;
  },
});
export const catalogueQuery = queryOptions({
  queryKey: ['instruments', 'catalogue'],
  queryFn: async () => (await http<{ readonly items: readonly CatalogueKey[] }>(`${api}/catalogue`)).items,
});
export const usageQuery = (name: string) =>
  queryOptions({
    queryKey: ['instruments', 'usage', name],
    queryFn: async () =>
      (await http<{ readonly items: readonly ItemUsage[] }>(`${api}/instruments/${name}/usage`)).items,
  });

/** What a file can hold: our own form, a FHIR Questionnaire, or the words for a key that awaits them. */
export type Upload =
  | { readonly as: 'instrument' }
  | { readonly as: 'fhir'; readonly total?: boolean; readonly direction?: string }
  | { readonly as: 'wording'; readonly name: string };
export interface Uploaded {
  readonly instrument: Instrument;
  /** What was decided where a questionnaire leaves it open. */
  readonly notes: readonly FieldProblem[];
}

export async function uploadInstrument(
  { upload, body }: { readonly upload: Upload; readonly body: unknown },
  key: string,
): Promise<Uploaded> {
  const once = { 'idempotency-key': key };
  if (upload.as === 'fhir') {
    const { total, direction } = upload;
    const wishes = query({ total: total === true ? 'true' : null, direction });
    return post(`${api}/fhir/Questionnaire?${wishes}`, body, {
      ...once,
      'content-type': 'application/fhir+json',
    });
  }
  const path = upload.as === 'wording' ? `${api}/catalogue/${upload.name}/wordings` : `${api}/instruments`;
  return { instrument: await post<Instrument>(path, body, once), notes: [] };
}

/** Where an instrument is to be had as a FHIR Questionnaire. */
export const questionnaireAddress = ({ url, version }: Pick<Instrument, 'url' | 'version'>) =>
  `${api}/fhir/Questionnaire/${nameOf(url)}?${query({ version })}`;
