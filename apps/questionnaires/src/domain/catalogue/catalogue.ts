import { arm5, sai, srs, waiSr } from './alliance-keys.ts';
import type { InstrumentKey } from './instrument-key.ts';
import { dass21, isi, k10, oq45, ors, who5, wsas } from './outcome-keys.ts';

/** Instruments whose keys ship and whose words do not. */
export const instrumentKeys: readonly InstrumentKey[] = [
  ...[waiSr, srs, arm5, sai],
  ...[ors, oq45, wsas, isi, who5, k10, dass21],
];

export const findKey = (name: string): InstrumentKey | undefined =>
  instrumentKeys.find((key) => key.name === name);
