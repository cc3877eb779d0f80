import { expect, test } from '@jest/globals';
import { declined, told, toldOfBundle } from './told.ts';

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

test('a Bundle is told entry by entry, and is complete when all came in', () => {
  const taken = { response: { status: '201 Created', location: 'Questionnaire/q?version=1' } };
  const issue = [{ details: { text: 'Not supported.' }, diagnostics: '/item/0/type' }];
  const refused = { response: { status: '400 Bad Request', outcome: { issue } } };
  expect(toldOfBundle({ entry: [taken, refused] })).toEqual({
    text: [
      'entry 0: 201 Created, Questionnaire/q?version=1',
      'entry 1: 400 Bad Request',
      '  /item/0/type  Not supported.',
      '',
    ].join('\n'),
    complete: false,
  });
  expect(toldOfBundle({ entry: [taken] }).complete).toBe(true);
});
