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

const whileRunning = ({ latest }: RescoringOutlook) => latest !== null && latest.finishedAt === null;
export const rescoringQuery = (version: Version) =>
  queryOptions({
    queryKey: ['instruments', 'rescorings', version.url, version.version],
    queryFn: () => http<RescoringOutlook>(`${versions(version)}/rescorings`),
    refetchInterval: ({ state: { data } }) => (data && whileRunning(data) ? 2_000 : false),
  });

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
