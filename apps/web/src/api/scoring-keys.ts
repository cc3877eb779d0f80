import { queryOptions } from '@tanstack/react-query';
import { http, post } from './http.ts';
import { type Instrument, nameOf } from './instruments.ts';

/** How a version counts: all that may be corrected about it. */
export interface ScoringKey {
  readonly items: readonly {
    readonly linkId: string;
    readonly reversed: boolean;
    /** Null takes it away. */
    readonly risk?: unknown;
  }[];
  readonly scales: readonly { readonly code: string }[];
}
export interface KeyCorrection {
  readonly reason: string;
  readonly key: object;
}
export interface Rescoring {
  readonly rescoringId: string;
  readonly requestedAt: string;
  /** How many responses were handed to scoring so far. */
  readonly republished: number;
  readonly finishedAt: string | null;
}
export interface RescoringOutlook {
  readonly responses: number;
  readonly latest: Rescoring | null;
}
type Version = Pick<Instrument, 'url' | 'version'>;

const versions = ({ url, version }: Version) =>
  `/api/questionnaires/instruments/${encodeURIComponent(nameOf(url))}/${encodeURIComponent(version)}`;

const running = (outlook: RescoringOutlook | undefined): Rescoring | null =>
  outlook?.latest?.finishedAt === null ? outlook.latest : null;

/** How long to wait until a look at what runs since then: the longer it takes, the less it hurries. */
export const nextLook = (since: string, now: number): number =>
  Math.min(Math.max(2_000, (now - Date.parse(since)) / 10), 30_000);

/** While one runs only that is looked at: to count all the responses takes the platform longer. */
export const rescoringQuery = (version: Version) => {
  const queryKey = ['instruments', 'rescorings', version.url, version.version];
  return queryOptions({
    queryKey,
    queryFn: async ({ client }): Promise<RescoringOutlook> => {
      const before = client.getQueryData<RescoringOutlook>(queryKey);
      const started = running(before);
      if (before && started) {
        const latest = await http<Rescoring>(`/api/questionnaires/rescorings/${started.rescoringId}`);
        if (latest.finishedAt === null) return { ...before, latest };
      }
      return http<RescoringOutlook>(`${versions(version)}/rescorings`);
    },
    refetchInterval: ({ state: { data } }) => {
      const started = running(data);
      return started ? nextLook(started.requestedAt, Date.now()) : false;
    },
  });
};

/** Corrects the key as it was read: who was faster is not overwritten. */
export const correctKey = (
  { keyRevision, ...version }: Version & Pick<Instrument, 'keyRevision'>,
  { reason, key }: KeyCorrection,
  once: string,
) =>
  post<Instrument>(
    `${versions(version)}/key-corrections`,
    { ...key, reason },
    { 'idempotency-key': once, 'if-match': `"${keyRevision}"` },
  );
export const rescore = (version: Version, once: string) =>
  post<Rescoring>(`${versions(version)}/rescorings`, {}, { 'idempotency-key': once });
