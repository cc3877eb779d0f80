import { rangeOfExpression } from '@attune/clinical/expression';
import { expect, test } from '@jest/globals';
import {
  choice,
  expression,
  options,
  questionnaire,
  score,
  variable,
  weightUrls,
  type Json,
} from '../../test-stack/fhir-examples.ts';
import { scoringKey } from '../scoring-key.ts';
import { readQuestionnaire } from './read-questionnaire.ts';

// Questionnaires of our own in the shapes of those in public repositories (docs/guides/fhir.md lists which).

const ids = ['/44250-9', '/44255-8', '/44259-0'];
const ordinal = (linkId: string) =>
  `%questionnaire.item.where(linkId = '${linkId}').answerOption.where(valueCoding.code=%resource.item.where(linkId = '${linkId}').answer.valueCoding.code).extension.where(url='${weightUrls.ordinal}').valueDecimal`;

/** LHC-Forms: no url, no version; a variable for each item, and a total that counts missing ones as nothing. */
const lhcForms = (): Json => {
  const {
    url: _u,
    version: _v,
    ...rest
  } = questionnaire(
    [
      ...ids.map((linkId) => choice(linkId)),
      choice('/69722-7', { answerOption: options().map(({ valueCoding }) => ({ valueCoding })) }),
      {
        ...{ linkId: '/44261-6', type: 'decimal', text: 'Total score' },
        extension: [
          variable('any', ids.map((_, n) => `%q${n}_value.exists()`).join(' or ')),
          expression(
            `iif(%any, ${ids.map((_, n) => `iif(%q${n}_value.exists(), %q${n}_value, 0)`).join(' + ')}, {})`,
          ),
        ],
      },
    ],
    {
      title: 'Panel (9 items) [Reported]',
      extension: ids.map((linkId, n) => variable(`q${n}_value`, ordinal(linkId))),
    },
  );
  return rest;
};

const concept = options().map(({ extension, valueCoding: { code, display } }) => ({
  code,
  display,
  extension,
}));
/** SDC: one group, a contained ValueSet with ordinals, answers(). */
const sdc = (): Json =>
  questionnaire(
    [
      {
        ...{ linkId: 'H1/T1', type: 'group', text: 'Over the last two weeks' },
        item: [
          ...['Q1', 'Q2', 'Q3'].map((name) => ({
            ...{ linkId: `H1/T1/${name}`, type: 'choice', text: name, answerValueSet: '#often' },
          })),
          score('%resource.answers().value.ordinal().sum()', { linkId: 'total', type: 'quantity' }),
        ],
      },
    ],
    {
      contained: [
        { resourceType: 'ValueSet', id: 'often', compose: { include: [{ system: 'x', concept }] } },
      ],
    },
  );

/** The Apgar score's way: itemWeight, and a variable that is the score itself. */
const byVariable = (): Json =>
  questionnaire(
    [
      ...ids.map((linkId) => choice(linkId, { answerOption: options(weightUrls.itemWeight) })),
      score('%score', { type: 'integer' }),
    ],
    {
      extension: [variable('score', "%resource.item.where(linkId != '/score').answer.value.weight().sum()")],
    },
  );

test.each<[string, Json, string[]]>([
  ['LHC-Forms’ chained variables', lhcForms(), ['44250-9', '44255-8', '44259-0']],
  ['SDC’s example', sdc(), ['H1-T1-Q1', 'H1-T1-Q2', 'H1-T1-Q3']],
  ['a score by a variable', byVariable(), ['44250-9', '44255-8', '44259-0']],
])('%s is imported with a scale over the right items and the right range', async (_, resource, items) => {
  const read = readQuestionnaire(resource);
  if (read.reasons) throw new Error(JSON.stringify(read.reasons));
  expect(read.instrument.scales).toMatchObject([{ code: 'total', items, missing: { rule: 'none' } }]);
  const key = scoringKey(read.instrument);
  expect(await rangeOfExpression(key, key.scales[0] as never)).toEqual({ min: 0, max: 9 });
});

test('what a questionnaire does not say of itself is decided and noted', () => {
  const read = readQuestionnaire(lhcForms());
  expect(read.reasons).toBeUndefined();
  if (read.reasons) return;
  expect(read.instrument).toMatchObject({
    ...{ url: 'https://attune.example/fhir/Questionnaire/panel-9-items-reported', version: '1' },
  });
  expect(read.notes.map(({ pointer }) => pointer)).toEqual(['/item/4', '/url', '/version']);
});

const bodyMass = (): Json =>
  questionnaire([
    { linkId: 'w', type: 'decimal', text: 'Weight' },
    { linkId: 'h', type: 'decimal', text: 'Height' },
    score("%resource.item.where(linkId='w').answer.value / %resource.item.where(linkId='h').answer.value"),
  ]);
test.each<[string, Json, string]>([
  ['a body mass index over numbers without bounds', bodyMass(), 'minValue and maxValue'],
  [
    'a computed text',
    questionnaire([choice('a'), choice('b'), score("'at risk'", { type: 'string' })]),
    'Only numbers are computed',
  ],
  [
    'LOINC’s answer lists',
    questionnaire([choice('a', { answerValueSet: 'http://loinc.org/vs/LL1' })]),
    'contained',
  ],
  [
    'a score of scores',
    questionnaire([
      choice('a'),
      choice('b'),
      score("%resource.item.where(linkId='other').answer.value * 2"),
      score('%resource.item.answer.weight().sum()', { linkId: 'other' }),
    ]),
    'another item that is computed',
  ],
  [
    'a form that is filled in from records',
    questionnaire([
      choice('a', {
        extension: [
          { url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression' },
        ],
      }),
    ]),
    'initialExpression',
  ],
])('%s is declined for a stated reason', (_, resource, reason) => {
  expect(JSON.stringify(readQuestionnaire(resource).reasons)).toContain(reason);
});
