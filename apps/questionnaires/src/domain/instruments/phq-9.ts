import type { Instrument } from '../instrument.ts';

const options = [
  { value: 0, label: 'Not at all' },
  { value: 1, label: 'Several days' },
  { value: 2, label: 'More than half the days' },
  { value: 3, label: 'Nearly every day' },
];

const texts = [
  'Little interest or pleasure in doing things',
  'Feeling down, depressed, or hopeless',
  'Trouble falling or staying asleep, or sleeping too much',
  'Feeling tired or having little energy',
  'Poor appetite or overeating',
  'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
  'Trouble concentrating on things, such as reading the newspaper or watching television',
  'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
  'Thoughts that you would be better off dead or of hurting yourself in some way',
];

const items = texts.map((text, index) => ({ linkId: `phq9-${index + 1}`, text, reversed: false, options }));

/**
 * Depressive symptoms over two weeks. Kroenke, Spitzer & Williams (2001), The PHQ-9, J Gen Intern Med 16:606–613:
 * sum of nine items, bands at 5, 10, 15 and 20. Wording as published by the authors, free to reproduce. No item may be
 * missing: the total is not guessed at.
 */
export const phq9: Instrument = {
  url: 'https://attune.example/instruments/phq-9',
  version: '1.0.0',
  title: 'PHQ-9',
  intro: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  notice:
    'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  validated: true,
  items,
  scales: [
    {
      code: 'total',
      title: 'Depression severity',
      items: items.map(({ linkId }) => linkId),
      method: 'sum',
      missing: { rule: 'none' },
      min: 0,
      max: 27,
      bands: [
        { code: 'minimal', from: 0, to: 4 },
        { code: 'mild', from: 5, to: 9 },
        { code: 'moderate', from: 10, to: 14 },
        { code: 'moderately-severe', from: 15, to: 19 },
        { code: 'severe', from: 20, to: 27 },
      ],
      higherIsBetter: false,
    },
  ],
};
