import { expect, test } from '@jest/globals';
import { declined, told } from './told.ts';

test('an import is told with its scales and what was decided', () => {
  const instrument = {
    ...{ url: 'https://x.example/q', version: '1', title: 'Q', items: [1, 2] },
    scales: [{ code: 'total', min: 0, max: 6, higherIsBetter: false }],
  };
  expect(told({ instrument, notes: [{ pointer: '/version', detail: 'This is version 1.' }] })).toBe(
    [
      'Q: https://x.example/q|1, 2 items',
      '  scale total: 0 to 6, lower is better',
      'Decided for you:',
      '  /version  This is version 1.',
      '',
    ].join('\n'),
  );
});

test('every reason of a refusal is told with its place', () => {
  const errors = [
    { pointer: '/item/0/type', detail: 'Not supported.' },
    { pointer: '', detail: 'Too many.' },
  ];
  expect(declined('q.json', { code: 'questionnaire-not-supported', errors })).toBe(
    [
      'q.json was declined (questionnaire-not-supported); nothing of it was kept:',
      '  /item/0/type  Not supported.',
      '  (whole)  Too many.',
    ].join('\n'),
  );
});
