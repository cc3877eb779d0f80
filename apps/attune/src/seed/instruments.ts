import type { Api } from '../api/api-client.ts';
import type { SeedResponse } from './history.ts';
import { chance } from './random.ts';
import { spreadTotal } from './spread-total.ts';

export const instrumentUrls = {
  alliance: 'https://attune.example/instruments/attune-alliance-check-in',
  outcome: 'https://attune.example/instruments/phq-9',
} as const;
export type InstrumentName = keyof typeof instrumentUrls;

export interface SeedInstrument {
  readonly url: string;
  readonly version: string;
  readonly linkIds: readonly string[];
}
export type SeedInstruments = Record<InstrumentName, SeedInstrument>;

interface InstrumentAnswer {
  readonly url: string;
  readonly version: string;
  readonly items: readonly { linkId: string }[];
}

/** The instruments as the platform has them: the seed knows their totals, not their wording. */
export async function readInstruments(api: Api): Promise<SeedInstruments> {
  const read = async (url: string): Promise<SeedInstrument> => {
    const found = await api.get<InstrumentAnswer>(`/api/questionnaires/instruments/${url.split('/').at(-1)}`);
    return { url: found.url, version: found.version, linkIds: found.items.map(({ linkId }) => linkId) };
  };
  return { alliance: await read(instrumentUrls.alliance), outcome: await read(instrumentUrls.outcome) };
}

/**
 * The answers that make up a total, by the instrument's own items. PHQ-9's last item asks about harm: it is `harm`, which
 * is 0 for all but a few.
 */
export function answersFor(
  { instrument, total, harm = 0, responseId }: SeedAnswer,
  { linkIds }: Pick<SeedInstrument, 'linkIds'>,
): { linkId: string; value: number }[] {
  const random = chance(Number.parseInt(responseId.slice(0, 8), 16));
  const values =
    instrument === 'alliance'
      ? spreadTotal(total, linkIds.length, 1, 5, random)
      : [...spreadTotal(total - harm, linkIds.length - 1, 0, 3, random), harm];
  return linkIds.map((linkId, index) => ({ linkId, value: values[index] as number }));
}

type SeedAnswer = Pick<SeedResponse, 'instrument' | 'total' | 'responseId'> & { readonly harm?: number };

export function importRow(response: SeedResponse, instruments: SeedInstruments) {
  const { url, version } = instruments[response.instrument];
  const { responseId, clientId, sessionId, answeredAt } = response;
  const answers = answersFor(response, instruments[response.instrument]);
  return { responseId, clientId, sessionId, instrument: { url, version }, answeredAt, answers };
}
