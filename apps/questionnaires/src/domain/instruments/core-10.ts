import type { Instrument } from '../instrument.ts';

const options = [
  { value: 0, label: 'Not at all' },
  { value: 1, label: 'Only occasionally' },
  { value: 2, label: 'Sometimes' },
  { value: 3, label: 'Often' },
  { value: 4, label: 'Most or all the time' },
];

const texts = [
  'I have felt tense, anxious or nervous',
  'I have felt I have someone to turn to for support when needed',
  'I have felt able to cope when things go wrong',
  'Talking to people has felt too much for me',
  'I have felt panic or terror',
  'I made plans to end my life',
  'I have had difficulty getting to sleep or staying asleep',
  'I have felt despairing or hopeless',
  'I have felt unhappy',
  'Unwanted images or memories have been distressing me',
];
const reversed = [2, 3];
const riskItem = 6;
const linkIds = texts.map((_, index) => `core10-${index + 1}`);
const source = 'Barkham, Bewick, Mullin et al. (2013), Counselling and Psychotherapy Research 13:3–13';

/**
 * Psychological distress over a week: ten times the mean of ten items, two of them reverse-keyed, prorated where one is
 * missing and no more. Barkham et al. (2013). Item 6 asks about harm. Wording unmodified under CC BY-ND 4.0: see
 * CORE-10.LICENCE.md beside this file.
 */
export const core10: Instrument = {
  url: 'https://attune.example/instruments/core-10',
  version: '1.1.0',
  title: 'CORE-10',
  intro:
    'This form has 10 statements about how you have been OVER THE LAST WEEK. Please read each statement and think how often you felt that way last week. Then tick the box which is closest to this.',
  notice: '© CORE System Trust, https://www.coresystemtrust.org.uk. Used unmodified under CC BY-ND 4.0.',
  validated: true,
  languages: ['en'],
  licence: { name: 'CC BY-ND 4.0', url: 'https://creativecommons.org/licenses/by-nd/4.0/' },
  items: texts.map((text, index) => ({
    linkId: `core10-${index + 1}`,
    text,
    reversed: reversed.includes(index + 1),
    options,
    ...(index + 1 === riskItem && { risk: { atLeast: 1 } }),
  })),
  scales: [
    {
      code: 'total',
      title: 'Psychological distress',
      items: linkIds,
      method: 'mean',
      multiplier: 10,
      missing: { rule: 'at-most', count: 1, prorate: true },
      min: 0,
      max: 40,
      bands: [
        { code: 'healthy', from: 0, to: 5 },
        { code: 'low', from: 6, to: 10 },
        { code: 'mild', from: 11, to: 14 },
        { code: 'moderate', from: 15, to: 19 },
        { code: 'moderate-severe', from: 20, to: 24 },
        { code: 'severe', from: 25, to: 40 },
      ],
      higherIsBetter: false,
      cutOff: { value: 11, source },
      reliableChange: { value: 6, source },
      reliability: { value: 0.9, source: `Internal consistency: ${source}` },
    },
  ],
};
