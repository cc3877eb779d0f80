import type { Instrument } from '../instrument.ts';
import { gadIntro, phqLicence, phqNotice, phqOptions } from './phq-options.ts';

const texts = [
  'Feeling nervous, anxious or on edge',
  'Not being able to stop or control worrying',
  'Worrying too much about different things',
  'Trouble relaxing',
  'Being so restless that it is hard to sit still',
  'Becoming easily annoyed or irritable',
  'Feeling afraid as if something awful might happen',
];
const linkIds = texts.map((_, index) => `gad7-${index + 1}`);
const source = 'Spitzer, Kroenke, Williams & Löwe (2006), Arch Intern Med 166:1092–1097';

/** Anxiety over two weeks: sum of seven items, bands at 5, 10 and 15. Spitzer, Kroenke, Williams & Löwe (2006). */
export const gad7: Instrument = {
  url: 'https://attune.example/instruments/gad-7',
  version: '1.2.0',
  title: 'GAD-7',
  intro: gadIntro,
  notice: phqNotice,
  validated: true,
  languages: ['en'],
  licence: phqLicence,
  items: texts.map((text, index) => ({
    linkId: `gad7-${index + 1}`,
    text,
    reversed: false,
    options: phqOptions,
  })),
  scales: [
    {
      code: 'total',
      title: 'Anxiety severity',
      items: linkIds,
      method: 'sum',
      missing: { rule: 'none' },
      min: 0,
      max: 21,
      bands: [
        { code: 'minimal', from: 0, to: 4 },
        { code: 'mild', from: 5, to: 9 },
        { code: 'moderate', from: 10, to: 14 },
        { code: 'severe', from: 15, to: 21 },
      ],
      higherIsBetter: false,
      cutOff: { value: 8, source: 'NHS Talking Therapies manual' },
      reliableChange: { value: 4, source: 'NHS Talking Therapies manual' },
      reliability: {
        value: 0.92,
        sd: 4.7,
        source: `Internal consistency, and SD of patients with generalized anxiety disorder: ${source}`,
      },
    },
  ],
};
