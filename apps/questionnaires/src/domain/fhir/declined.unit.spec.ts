import { expect, test } from '@jest/globals';
import { choice, questionnaire, scale, score, weightUrls, options } from '../../test-stack/fhir-examples.ts';
import { readQuestionnaire, type Wishes } from './read-questionnaire.ts';

function read(resource: unknown, wishes: Wishes = {}) {
  const found = readQuestionnaire(resource, wishes);
  if (found.reasons) throw new Error(JSON.stringify(found.reasons));
  return found;
}
const reasonsOf = (resource: unknown, wishes: Wishes = {}) =>
  (readQuestionnaire(resource, wishes).reasons ?? []).map(({ pointer }) => pointer);

const expressionIn = (language: string) => ({
  url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
  valueExpression: { language, expression: '1' },
});
const reversedUrl = 'https://attune.example/fhir/StructureDefinition/reversed';
const heavy = (valueDecimal: number) => ({ extension: [{ url: weightUrls.ordinal, valueDecimal }] });
const number = { linkId: 'n', type: 'integer', text: 'How many?' };
const bound = (which: string, valueInteger: number) => ({
  ...{ url: `http://hl7.org/fhir/StructureDefinition/${which}`, valueInteger },
});

test.each<[string, unknown, string[], Wishes?]>([
  ['something else', { resourceType: 'Patient' }, ['/resourceType']],
  ['nothing at all', null, ['/resourceType']],
  [
    'CQL',
    questionnaire([choice('a', { extension: [expressionIn('text/cql')] })]),
    ['/item/0/extension/0/valueExpression/language'],
  ],
  [
    'queries of a server',
    questionnaire([choice('a', { extension: [expressionIn('application/x-fhir-query')] })]),
    ['/item/0/extension/0/valueExpression/language'],
  ],
  [
    'adaptive ones',
    questionnaire([choice('a')], {
      extension: [
        { url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-questionnaireAdaptive' },
      ],
    }),
    ['/extension/0'],
  ],
  [
    'an unknown modifierExtension',
    questionnaire([choice('a', { modifierExtension: [{ url: 'x' }] })]),
    ['/item/0/modifierExtension'],
  ],
  ['R5, by a type', questionnaire([choice('a', { type: 'coding' })]), ['/item/0/type']],
  ['R5, by its word', questionnaire([choice('a')], { fhirVersion: '5.0.0' }), ['/fhirVersion']],
  ['STU3', questionnaire([{ linkId: 'a', type: 'choice', text: 'a', option: [] }]), ['/item/0/option']],
  ['DSTU2', questionnaire([], { group: {} }), ['/group']],
  [
    'value sets from elsewhere',
    questionnaire([choice('a', { answerValueSet: 'http://loinc.org/vs/LL358-3' })]),
    ['/item/0/answerValueSet'],
  ],
  [
    'files to attach',
    questionnaire([{ linkId: 'a', type: 'attachment', text: 'File' }]),
    ['/item/0/type', '/item'],
  ],
  [
    'groups that repeat',
    questionnaire([{ linkId: 'g', type: 'group', repeats: true, item: [choice('a')] }]),
    ['/item/0/repeats'],
  ],
  ['a linkId twice', questionnaire([choice('a'), choice('a')]), ['/item/1/linkId']],
  ['items without words', questionnaire([choice('a', { text: ' ' })]), ['/item/0/text']],
  [
    'more items than anybody answers',
    questionnaire(Array.from({ length: 10_000 }, (_, n) => choice(`${n}`))),
    [''],
  ],
  [
    '201 items',
    questionnaire(Array.from({ length: 201 }, (_, n) => ({ linkId: `${n}`, type: 'string', text: 'x' }))),
    ['/item'],
  ],
  [
    'a total without weights',
    questionnaire([
      choice('a'),
      choice('b', {
        answerOption: [
          { valueCoding: { code: 'x', display: 'X' } },
          { valueCoding: { code: 'y', display: 'Y' } },
        ],
      }),
    ]),
    ['/item/1', ''],
    { total: true },
  ],
  [
    'a scale of one item, which would publish its answer',
    questionnaire([choice('a'), choice('b')], {
      extension: [scale({ code: 's', direction: 'lower-is-better' }, ['a'])],
    }),
    ['/extension/0'],
  ],
  [
    'a scale that does not say which way is better',
    questionnaire([choice('a'), choice('b')], {
      extension: [scale({ code: 's' }, ['a', 'b'])],
    }),
    ['/extension/0'],
  ],
  [
    'an option that counts too much to be squared',
    questionnaire([
      choice('a', {
        answerOption: [...options(), { valueCoding: { code: 'x', display: 'X' }, ...heavy(1e300) }],
      }),
      choice('b', { answerOption: [...options(), { valueInteger: 3, ...heavy(-1e300) }] }),
    ]),
    ['/item/0/answerOption/4/extension/0', '/item/1/answerOption/4/extension/0'],
    { total: true },
  ],
  [
    'numbers that go too far to be squared',
    questionnaire([choice('a'), { ...number, extension: [bound('minValue', 0), bound('maxValue', 1e12)] }]),
    ['', ''],
    { total: true },
  ],
  [
    'an option with two weights that differ',
    questionnaire([
      choice('a', {
        answerOption: [
          ...options(),
          {
            valueCoding: { code: 'x', display: 'X' },
            extension: Object.values(weightUrls).map((url, valueDecimal) => ({ url, valueDecimal })),
          },
        ],
      }),
    ]),
    ['/item/0/answerOption/4'],
  ],
  [
    'an item that is reversed where an expression counts it',
    questionnaire([
      choice('a', { extension: [{ url: reversedUrl, valueBoolean: true }] }),
      choice('b'),
      score('%resource.item.answer.weight().sum()'),
    ]),
    ['/item/0'],
  ],
  [
    'implicit rules',
    questionnaire([choice('a')], { implicitRules: 'https://x.example/rules' }),
    ['/implicitRules'],
  ],
  ['a version that is none', questionnaire([choice('a')], { version: 'v 1' }), ['/version']],
  ['numbers for words', questionnaire([choice('a', { text: 7 })]), ['/item/0/text', '/item/0/text']],
])('declines %s, and says where', (_, resource, pointers, wishes = {}) => {
  expect(reasonsOf(resource, wishes)).toEqual(pointers);
});

test('a FHIR query is declined by its name', () => {
  const query = { language: 'application/x-fhir-query', expression: 'Observation?code=1' };
  const { reasons } = readQuestionnaire(
    questionnaire([choice('a', { extension: [{ url: 'https://x.example/y', valueExpression: query }] })]),
  );
  expect(reasons?.[0]?.detail).toContain('FHIR queries');
});

const notesOf = (resource: unknown) => {
  const { notes } = read(resource);
  return notes.map(({ pointer }) => pointer).filter((pointer) => pointer !== '');
};

test('an item that asks about harm and raises no alert is noted, by its code or its words', () => {
  const code = [{ system: 'http://loinc.org', code: '44260-8' }];
  const risk = { url: 'https://attune.example/fhir/StructureDefinition/risk', valueDecimal: 1 };
  const total = { extension: [scale({ code: 's', direction: 'lower-is-better' }, ['a', 'b', 'c'])] };
  const asked = [
    choice('a', { code }),
    choice('b', { text: 'Thoughts that you would be better off dead' }),
    choice('c', { text: 'I made plans to end my life', extension: [risk] }),
    choice('d', { text: 'How are you?' }),
  ];
  expect(notesOf(questionnaire(asked, total))).toEqual(['/item/0', '/item/1']);
});

test('one that is made for others than patients is noted', () => {
  expect(notesOf(questionnaire([choice('a')], { subjectType: ['Practitioner'] }))).toEqual(['/subjectType']);
  expect(notesOf(questionnaire([choice('a')], { subjectType: ['Patient'] }))).toEqual([]);
});
