import type { Instrument } from '../instrument.ts';
import { phqIntro, phqLicence, phqNotice, phqOptions } from './phq-options.ts';

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

const riskItem = 9;

const items = texts.map((text, index) => ({
  linkId: `phq9-${index + 1}`,
  text,
  reversed: false,
  options: phqOptions,
  ...(index + 1 === riskItem && { risk: { atLeast: 1 } }),
}));

/**
 * Depressive symptoms over two weeks. Kroenke, Spitzer & Williams (2001), The PHQ-9, J Gen Intern Med 16:606–613:
 * sum of nine items, bands at 5, 10, 15 and 20, caseness from 10 on. Item 9 asks about harm. Wording as published by the authors, free to reproduce. No item may be
 * missing: the total is not guessed at.
 */
export const phq9: Instrument = {
  url: 'https://attune.example/instruments/phq-9',
  version: '1.2.0',
  title: 'PHQ-9',
  intro: phqIntro,
  notice: phqNotice,
  validated: true,
  languages: ['en'],
  licence: phqLicence,
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
      cutOff: { value: 10, source: 'Kroenke, Spitzer & Williams (2001), J Gen Intern Med 16:606–613' },
      reliableChange: { value: 6, source: 'NHS Talking Therapies manual' },
      reliability: {
        value: 0.89,
        sd: 6.1,
        source:
          'Internal consistency, and SD of patients with major depression: Kroenke, Spitzer & Williams (2001), J Gen Intern Med 16:606–613',
      },
    },
  ],
};
