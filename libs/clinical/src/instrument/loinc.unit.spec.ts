import { expect, it } from '@jest/globals';
import { loincOf } from './loinc.ts';

// As loinc.org lists them.
it.each([
  [
    'phq-9',
    '44249-1',
    'PHQ-9 quick depression assessment panel [Reported.PHQ]',
    '44261-6',
    'Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]',
  ],
  [
    'gad-7',
    '69737-5',
    'Generalized anxiety disorder 7 item (GAD-7)',
    '70274-6',
    'Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]',
  ],
])('%s is the panel %s', (name, panel, title, score, scoreTitle) => {
  expect(loincOf(`https://attune.example/instruments/${name}`)).toMatchObject({
    panel: { code: panel, display: title },
    scores: { total: { code: score, display: scoreTitle } },
  });
});

it('PHQ-4 has a code of its total and of its half about depression, and none of a panel that is certain', () => {
  expect(loincOf('https://attune.example/instruments/phq-4')).toMatchObject({
    scores: {
      depression: {
        code: '55758-7',
        display: 'Patient Health Questionnaire 2 item (PHQ-2) total score [Reported]',
      },
      total: {
        code: '70272-0',
        display: 'Patient Health Questionnaire 4 item (PHQ-4) total score [Reported]',
      },
    },
  });
});

it('has no code that it does not know', () => {
  expect(loincOf('https://attune.example/instruments/attune-alliance-check-in')).toBeUndefined();
});
