import type { Instrument, Scale } from '../instrument.ts';
import { gadIntro, phqLicence, phqNotice, phqOptions } from './phq-options.ts';

const texts = [
  'Feeling nervous, anxious or on edge',
  'Not being able to stop or control worrying',
  'Little interest or pleasure in doing things',
  'Feeling down, depressed, or hopeless',
];
const linkIds = texts.map((_, index) => `phq4-${index + 1}`);
const source = 'Kroenke, Spitzer, Williams & Löwe (2009), Psychosomatics 50:613–621';
const half = { method: 'sum', missing: { rule: 'none' }, min: 0, max: 6, bands: [] } as const;
const part = (code: string, title: string, items: readonly string[]): Scale => ({
  ...{ ...half, code, title, items, higherIsBetter: false },
  cutOff: { value: 3, source },
});

/** Anxiety and depression in four items: Kroenke, Spitzer, Williams & Löwe (2009). */
export const phq4: Instrument = {
  url: 'https://attune.example/instruments/phq-4',
  version: '1.1.0',
  title: 'PHQ-4',
  intro: gadIntro,
  notice: phqNotice,
  validated: true,
  languages: ['en'],
  licence: phqLicence,
  items: texts.map((text, index) => ({
    linkId: `phq4-${index + 1}`,
    text,
    reversed: false,
    options: phqOptions,
  })),
  scales: [
    part('anxiety', 'Anxiety', linkIds.slice(0, 2)),
    part('depression', 'Depression', linkIds.slice(2)),
    {
      code: 'total',
      title: 'Psychological distress',
      items: linkIds,
      method: 'sum',
      missing: { rule: 'none' },
      min: 0,
      max: 12,
      bands: [
        { code: 'none', from: 0, to: 2 },
        { code: 'mild', from: 3, to: 5 },
        { code: 'moderate', from: 6, to: 8 },
        { code: 'severe', from: 9, to: 12 },
      ],
      higherIsBetter: false,
      cutOff: { value: 6, source },
    },
  ],
};
