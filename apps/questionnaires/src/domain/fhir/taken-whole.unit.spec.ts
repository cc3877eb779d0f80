import { expect, test } from '@jest/globals';
import {
  choice,
  everyType,
  questionnaire,
  options,
  weightUrls,
  type Json,
} from '../../test-stack/fhir-examples.ts';
import { readQuestionnaire, type Wishes } from './read-questionnaire.ts';

function read(resource: unknown, wishes: Wishes = {}) {
  const found = readQuestionnaire(resource, wishes);
  if (found.reasons) throw new Error(JSON.stringify(found.reasons));
  return found;
}
const reasonsOf = (resource: unknown) => readQuestionnaire(resource).reasons ?? [];

test('an expansion is read to its depths, and its headings are no options', () => {
  const system = 'https://example.org/often';
  const concept = (code: string, more: Json = {}) => ({ system, code, display: code, ...more });
  const contains = [
    concept('low', { abstract: true, contains: [concept('never'), concept('rarely')] }),
    { display: 'High', contains: [concept('often', { contains: [concept('daily')] })] },
  ];
  const weighted = ['never', 'rarely', 'often', 'daily'].map((code, valueDecimal) => ({
    ...{ code, extension: [{ url: weightUrls.ordinal, valueDecimal }] },
  }));
  const contained = [
    { resourceType: 'ValueSet', id: 'often', expansion: { contains } },
    {
      ...{ resourceType: 'CodeSystem', id: 's', url: system },
      concept: [{ code: 'low', concept: weighted.slice(0, 2) }, ...weighted.slice(2)],
    },
  ];
  const item = ['a', 'b'].map((linkId) => ({
    linkId,
    type: 'choice',
    text: 'So?',
    answerValueSet: '#often',
  }));
  const { instrument } = read(questionnaire(item, { contained }), { total: true });
  expect(instrument.items[0]?.options.map(({ value, label }) => [value, label])).toEqual([
    [0, 'never'],
    [1, 'rarely'],
    [2, 'often'],
    [3, 'daily'],
  ]);
});

const bounded = (linkId: string, type: string) => ({
  ...{ linkId, type, text: 'How much?' },
  extension: ['minValue', 'maxValue'].map((name, index) => ({
    url: `http://hl7.org/fhir/StructureDefinition/${name}`,
    valueInteger: index * 10,
  })),
});

test('a total counts numbers that have bounds, and says what it leaves out', () => {
  const items = [
    choice('a'),
    bounded('pain', 'integer'),
    bounded('sleep', 'decimal'),
    bounded('kg', 'quantity'),
  ];
  const more = everyType().filter(({ linkId }) => ['i', 'b', 'many', 'date'].includes(String(linkId)));
  const { instrument, notes } = read(questionnaire([...items, ...more]), {
    total: true,
    higherIsBetter: true,
  });
  expect(instrument.scales).toMatchObject([{ items: ['a', 'pain', 'sleep'], min: 0, max: 23 }]);
  expect(notes.map(({ pointer, detail }) => [pointer, /^(Not counted|Counted)/.exec(detail)?.[0]])).toEqual([
    ['/item/1', 'Counted'],
    ['/item/2', 'Counted'],
    ['/item/3', 'Not counted'],
    ['/item/4', 'Not counted'],
    ['/item/5', 'Not counted'],
    ['/item/7', 'Not counted'],
  ]);
  expect(notes[4]?.detail).toContain('minValue');
});

const asked = (enableWhen: Json) => questionnaire([choice('a'), choice('b', { enableWhen: [enableWhen] })]);
const never = { answerCoding: (options()[0] as Json)['valueCoding'] };
const { status: _status, ...withoutStatus } = questionnaire([choice('a')]);
test.each<[string, Json, string]>([
  ['without a status', withoutStatus, '/status'],
  ['with a status that there is not', questionnaire([choice('a')], { status: 'moon' }), '/status'],
  ['that is retired', questionnaire([choice('a')], { status: 'retired' }), '/status'],
  [
    'with a modifierExtension that is no list',
    questionnaire([choice('a', { modifierExtension: { url: 'x' } })]),
    '/item/0/modifierExtension',
  ],
  [
    'with two answers to compare',
    asked({ question: 'a', operator: '=', ...never, answerInteger: 1 }),
    '/item/1/enableWhen/0',
  ],
  [
    'with something beside exists',
    asked({ question: 'a', operator: 'exists', answerBoolean: true, ...never }),
    '/item/1/enableWhen/0',
  ],
  [
    'with an option of two kinds',
    questionnaire([choice('a', { answerOption: [{ valueInteger: 1, valueString: '1' }, ...options()] })]),
    '/item/0/answerOption/0',
  ],
  ['with a space in its url', questionnaire([choice('a')], { url: 'https://example.org/my form' }), '/url'],
  ['with a | in its url', questionnaire([choice('a')], { url: 'https://example.org/q|1' }), '/url'],
  [
    'whose name is too long to be asked for',
    questionnaire([choice('a')], { url: `https://example.org/${'q'.repeat(201)}` }),
    '/url',
  ],
])('one %s is declined by name', (_, resource, pointer) => {
  expect(reasonsOf(resource).map((each) => each.pointer)).toEqual([pointer]);
});

test.each(['draft', 'active', 'unknown'])('one that is %s is taken', (status) => {
  expect(reasonsOf(questionnaire([choice('a')], { status }))).toEqual([]);
});

const hl7 = 'http://hl7.org/fhir/StructureDefinition/';
const asking = (linkId: string, type: string, more: Json, ...extension: [string, Json][]) => ({
  ...{ linkId, type, text: 'So?' },
  ...more,
  ...(extension.length > 0 && {
    extension: extension.map(([name, value]) => ({ url: hl7 + name, ...value })),
  }),
});

test('limits of words, dates, times, decimals and boxes are taken', () => {
  const { instrument } = read(
    questionnaire([
      asking('words', 'string', { maxLength: 20 }, ['minLength', { valueInteger: 3 }]),
      asking(
        ...(['day', 'date', {}] as const),
        ['minValue', { valueDate: '2026-11-01' }],
        ['maxValue', { valueDate: '2026-11-30' }],
      ),
      asking('moment', 'dateTime', {}, ['maxValue', { valueDateTime: '2026-11-23T10:00:00Z' }]),
      asking('clock', 'time', {}, ['minValue', { valueTime: '08:00:00' }]),
      asking('weight', 'decimal', {}, ['maxDecimalPlaces', { valueInteger: 1 }]),
      choice('boxes', {
        repeats: true,
        extension: [
          { url: `${hl7}questionnaire-minOccurs`, valueInteger: 2 },
          { url: `${hl7}questionnaire-maxOccurs`, valueInteger: 3 },
        ],
      }),
    ]),
  );
  expect(instrument.items.map(({ limits, range }) => limits ?? range?.step)).toEqual([
    { shortest: 3, longest: 20 },
    { earliest: '2026-11-01', latest: '2026-11-30' },
    { latest: '2026-11-23T10:00:00Z' },
    { earliest: '08:00:00' },
    0.1,
    { fewest: 2, most: 3 },
  ]);
});

test.each([
  ['a pattern', asking('x', 'string', {}, ['regex', { valueString: '(a+)+$' }]), '/item/0/extension/0'],
  ['a length of nothing', asking('x', 'string', { maxLength: 0 }), '/item/0/maxLength'],
  [
    'half a date as a bound',
    asking('x', 'date', {}, ['minValue', { valueDate: '2026' }]),
    '/item/0/extension/0',
  ],
  [
    'a bound of another type',
    asking('x', 'dateTime', {}, ['maxValue', { valueDate: '2026-11-23' }]),
    '/item/0/extension/0',
  ],
  [
    'bounds that leave nothing',
    asking(
      'x',
      'date',
      {},
      ['minValue', { valueDate: '2026-11-23' }],
      ['maxValue', { valueDate: '2026-11-22' }],
    ),
    '/item/0',
  ],
  [
    'more boxes than there are',
    choice('x', { repeats: true, extension: [{ url: `${hl7}questionnaire-minOccurs`, valueInteger: 99 }] }),
    '/item/0',
  ],
])('%s is declined by name', (_, item, pointer) => {
  expect(reasonsOf(questionnaire([item])).map((each) => each.pointer)).toEqual([pointer]);
});
