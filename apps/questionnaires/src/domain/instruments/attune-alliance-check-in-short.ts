import type { Instrument } from '../instrument.ts';
import { agreementOptions, allianceCheckIn, texts } from './attune-alliance-check-in.ts';
import { shortTitleTranslations, translations } from './attune-alliance-translations.ts';

/** One sentence of each part of the alliance, and the one about speaking up, from the long form. */
const items = [
  { linkId: 'goals-1', text: texts.goals[0], texts: translations.goals[0] },
  { linkId: 'tasks-3', text: texts.tasks[2], texts: translations.tasks[2] },
  { linkId: 'bond-1', text: texts.bond[0], texts: translations.bond[0] },
  { linkId: 'bond-4', text: texts.bond[3], texts: translations.bond[3] },
].map((item) => ({ ...item, reversed: false, options: agreementOptions }));

/** The check-in in four sentences, for every session. As little validated as the long form. */
export const allianceCheckInShort: Instrument = {
  ...allianceCheckIn,
  url: 'https://attune.example/instruments/attune-alliance-check-in-short',
  version: '1.1.0',
  title: 'Attune Alliance Check-in, short form',
  titles: shortTitleTranslations,
  items,
  scales: [
    {
      code: 'total',
      title: 'Alliance',
      items: items.map(({ linkId }) => linkId),
      method: 'sum',
      missing: { rule: 'none' },
      min: 4,
      max: 20,
      bands: [],
      higherIsBetter: true,
    },
  ],
};
