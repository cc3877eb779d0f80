import { expect, test } from '@jest/globals';
import {
  choice,
  everyType,
  questionnaire,
  scale,
  weightUrls,
  options,
} from '../../test-stack/fhir-examples.ts';
import { readQuestionnaire, type Wishes } from './read-questionnaire.ts';

function read(resource: unknown, wishes: Wishes = {}) {
  const found = readQuestionnaire(resource, wishes);
  if (found.reasons) throw new Error(JSON.stringify(found.reasons));
  return found;
}
test('every type that a form can show is taken, groups stand above their items', () => {
  const { items, scales } = read(questionnaire(everyType())).instrument;
  expect(items.map(({ linkId, kind }) => [linkId, kind ?? 'choice or line'])).toEqual([
    ['d', 'display'],
    ['g.1', 'text'],
    ['g.2.1', 'text'],
    ['b', 'choice or line'],
    ['i', 'number'],
    ['n', 'number'],
    ['q', 'number'],
    ['date', 'date'],
    ['instant', 'date-time'],
    ['time', 'time'],
    ['c', 'choice or line'],
    ['o', 'choice or line'],
    ['many', 'choice or line'],
    ['line', 'choice or line'],
  ]);
  const byId = new Map(items.map((item) => [item.linkId, item]));
  expect(byId.get('g.1')).toMatchObject({ heading: 'About you', initial: 'It' });
  expect(byId.get('g.2.1')).toMatchObject({ heading: 'About you — More', required: true });
  expect(byId.get('q')).toMatchObject({ unit: 'kg' });
  expect(byId.get('o')).toMatchObject({ other: true });
  expect(byId.get('many')).toMatchObject({ several: true });
  expect(byId.get('line')?.range).toEqual({ min: 0, max: 10, step: 1, minLabel: 'lower', maxLabel: 'upper' });
  expect(scales).toEqual([]);
  expect(items.every(({ counts }) => counts === false)).toBe(true);
});

test.each(Object.entries(weightUrls))('%s is the number that an option counts', (_, url) => {
  const item = ['a', 'b'].map((linkId) => choice(linkId, { answerOption: options(url) }));
  const { instrument } = read(questionnaire(item), { total: true });
  expect(instrument.items[0]?.options.map(({ value }) => value)).toEqual([0, 1, 2, 3]);
  expect(instrument.scales).toMatchObject([{ code: 'total', items: ['a', 'b'], min: 0, max: 6 }]);
});

test('options that count the same, or nothing, stay apart', () => {
  const [never, sometimes] = options();
  const answerOption = [
    never,
    sometimes,
    { ...sometimes, valueCoding: { code: 'x', display: 'Rarely' } },
    {
      valueCoding: { code: 'y', display: 'I would rather not say' },
    },
  ];
  const { instrument } = read(questionnaire([choice('a', { answerOption }), choice('b')]), { total: true });
  expect(instrument.items[0]?.options.map(({ value, weight }) => [value, weight])).toEqual([
    [1, 0],
    [2, 1],
    [3, 1],
    [4, null],
  ]);
  expect(instrument.scales[0]).toMatchObject({ min: 0, max: 4 });
});

test('a contained ValueSet gives the options, and a contained CodeSystem what they count', () => {
  const system = 'https://example.org/yes';
  const contained = [
    {
      ...{ resourceType: 'ValueSet', id: 'yes' },
      compose: {
        include: [
          {
            system,
            concept: [
              { code: 'y', display: 'Yes' },
              { code: 'n', display: 'No' },
            ],
          },
        ],
      },
    },
    {
      ...{ resourceType: 'CodeSystem', id: 's', url: system },
      concept: [
        { code: 'y', extension: [{ url: weightUrls.ordinal, valueDecimal: 2 }] },
        { code: 'n', extension: [{ url: weightUrls.ordinal, valueDecimal: 0 }] },
      ],
    },
  ];
  const item = ['a', 'b'].map((linkId) => ({ linkId, type: 'choice', text: 'So?', answerValueSet: '#yes' }));
  const { instrument } = read(questionnaire(item, { contained }), { total: true });
  expect(instrument.items[0]?.options).toEqual([
    { value: 2, label: 'Yes' },
    { value: 0, label: 'No' },
  ]);
});

test('translations of texts and options come along', () => {
  const german = (content: string) => ({
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/translation',
        extension: [
          { url: 'lang', valueCode: 'de' },
          { url: 'content', valueString: content },
        ],
      },
    ],
  });
  const valueCoding = { code: 'n', display: 'No', _display: german('Nein') };
  const answerOption = [{ valueCoding }, { valueCoding: { code: 'y', display: 'Yes' } }];
  const { instrument } = read(
    questionnaire([choice('a', { answerOption, _text: german('Wie oft?') })], { language: 'en' }),
  );
  expect(instrument.languages).toEqual(['en', 'de']);
  expect(instrument.items[0]).toMatchObject({ texts: { de: 'Wie oft?' } });
  expect(instrument.items[0]?.options[0]?.labels).toEqual({ de: 'Nein' });
});

test('Attune’s extension declares scales, risks and reversed items', () => {
  const attune = 'https://attune.example/fhir/StructureDefinition/';
  const item = [
    choice('/1', { extension: [{ url: `${attune}reversed`, valueBoolean: true }] }),
    choice('/2', { extension: [{ url: `${attune}risk`, valueDecimal: 1 }] }),
    choice('/3'),
  ];
  const declared = scale(
    {
      ...{ code: 'burden', title: 'Burden', direction: 'lower-is-better', method: 'mean', multiplier: 10 },
      ...{
        missing: 'at-most',
        'missing-count': 1,
        prorate: true,
        'cut-off': 10,
        'cut-off-source': 'A study',
      },
    },
    ['/1', '/2', '/3'],
    [
      { code: 'low', from: 0, to: 9 },
      { code: 'high', from: 10, to: 30 },
    ],
  );
  const { instrument } = read(questionnaire(item, { extension: [declared] }));
  expect(instrument.items.map(({ linkId, reversed, risk }) => [linkId, reversed, risk])).toEqual([
    ['1', true, undefined],
    ['2', false, { atLeast: 1 }],
    ['3', false, undefined],
  ]);
  expect(instrument.scales).toEqual([
    {
      ...{ code: 'burden', title: 'Burden', items: ['1', '2', '3'], method: 'mean', multiplier: 10 },
      missing: { rule: 'at-most', count: 1, prorate: true },
      ...{ min: 0, max: 30, higherIsBetter: false, cutOff: { value: 10, source: 'A study' } },
      bands: [
        { code: 'low', from: 0, to: 9 },
        { code: 'high', from: 10, to: 30 },
      ],
    },
  ]);
});
