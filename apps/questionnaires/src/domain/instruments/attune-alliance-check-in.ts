import type { Instrument, Option, Scale } from '../instrument.ts';
import {
  agreementLabels,
  introTranslations,
  noticeTranslations,
  titleTranslations,
  translations,
} from './attune-alliance-translations.ts';

export const agreementOptions: readonly Option[] = [
  'Not at all',
  'A little',
  'Partly',
  'Mostly',
  'Completely',
].map((label, index) => ({ value: index + 1, label, labels: agreementLabels[index] }));

/** Worded for Attune after Bordin's three parts of the alliance; taken from no existing measure. */
export const texts = {
  goals: [
    'The session was about what I want from therapy.',
    'I could say in my own words what should be different in the end.',
    'My therapist and I are heading in the same direction.',
    'That direction still fits my life as it is now.',
  ],
  tasks: [
    'What we did in the session was useful for my difficulties.',
    'It was clear to me why we did what we did.',
    'The session went at a pace that suited me.',
    'I left with something that I can try out or think about.',
  ],
  bond: [
    'I could speak openly in the session.',
    'I felt taken seriously, even where we saw things differently.',
    'My therapist was really there for me during the session.',
    'If something about the session had bothered me, I could have said so.',
  ],
} as const;

const codes = ['goals', 'tasks', 'bond'] as const;
const titles = { goals: 'Agreement on goals', tasks: 'Agreement on tasks', bond: 'Bond' } as const;
const linkIdsOf = (code: (typeof codes)[number]) => texts[code].map((_, index) => `${code}-${index + 1}`);
const shared = { method: 'sum', bands: [], higherIsBetter: true } as const;

const parts = codes.map((code): Scale => ({
  ...shared,
  code,
  title: titles[code],
  items: linkIdsOf(code),
  missing: { rule: 'at-most', count: 1, prorate: true },
  min: 4,
  max: 20,
}));

/** How the client saw the last session. A first guess by its makers: nobody has tested it yet, and it says so. */
export const allianceCheckIn: Instrument = {
  url: 'https://attune.example/instruments/attune-alliance-check-in',
  version: '1.1.0',
  languages: ['en', 'hi', 'ar'],
  title: 'Attune Alliance Check-in',
  titles: titleTranslations,
  intro: 'Think of your last session. How far is each sentence true for you?',
  intros: introTranslations,
  notice:
    'Written for Attune and not validated: no study has shown yet what it measures. It opens a conversation and decides nothing.',
  notices: noticeTranslations,
  validated: false,
  items: codes.flatMap((code) =>
    texts[code].map((text, index) => ({
      linkId: `${code}-${index + 1}`,
      text,
      texts: translations[code][index],
      reversed: false,
      options: agreementOptions,
    })),
  ),
  scales: [
    ...parts,
    {
      ...shared,
      code: 'total',
      title: 'Alliance',
      items: codes.flatMap(linkIdsOf),
      missing: { rule: 'at-most', count: 2, prorate: true },
      min: 12,
      max: 60,
    },
  ],
};
