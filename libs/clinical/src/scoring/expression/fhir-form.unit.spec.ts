import { describe, expect, it } from '@jest/globals';
import type { FormOption, Item, ItemForm } from '../../instrument/instrument.ts';
import { questionnaireOf, responseOf } from './fhir-form.ts';

const option = (type: FormOption['type'], code: string, value: number, system?: string): FormOption => ({
  ...{ type, code, value },
  ...(system !== undefined && { system }),
});
const item = (linkId: string, form?: Partial<ItemForm>): Item => ({
  ...{ linkId, min: 0, max: 9, reversed: false },
  ...(form && { form: { linkId: `/${linkId}`, type: 'choice', within: [], ...form } }),
});
const weightsOf = (value: number) => [
  { url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: value },
  { url: 'http://hl7.org/fhir/StructureDefinition/itemWeight', valueDecimal: value },
];

describe('the questionnaire that an expression looks at', () => {
  it('has types, codes and weights, and no word', () => {
    const items = [
      item('a', { options: [option('coding', 'LA1', 0, 'http://loinc.org'), option('coding', 'b', 1)] }),
    ];
    expect(questionnaireOf({ items })).toEqual({
      resourceType: 'Questionnaire',
      status: 'active',
      item: [
        {
          linkId: '/a',
          type: 'choice',
          answerOption: [
            {
              extension: weightsOf(0),
              valueCoding: { code: 'LA1', system: 'http://loinc.org', extension: weightsOf(0) },
            },
            { extension: weightsOf(1), valueCoding: { code: 'b', extension: weightsOf(1) } },
          ],
        },
      ],
    });
  });

  it.each<[FormOption['type'], string, object]>([
    ['integer', '7', { valueInteger: 7 }],
    ['boolean', 'true', { valueBoolean: true }],
    ['boolean', 'false', { valueBoolean: false }],
    ['date', '2026-11-23', { valueDate: '2026-11-23' }],
    ['time', '10:00:00', { valueTime: '10:00:00' }],
    ['string', 's1', { valueString: 's1' }],
    ['display', 'd1', { valueString: 'd1' }],
  ])('offers a %s %s as FHIR has it', (type, code, expected) => {
    const items = [item('a', { options: [option(type, code, 3)] })];
    expect(questionnaireOf({ items })).toMatchObject({
      item: [{ answerOption: [{ extension: weightsOf(3), ...expected }] }],
    });
  });

  it('offers nothing for a yes or no, nor for a number', () => {
    const items = [
      item('yes', { type: 'boolean', options: [option('boolean', 'true', 1)] }),
      item('number', { type: 'integer' }),
    ];
    expect(questionnaireOf({ items })).toMatchObject({
      item: [
        { linkId: '/yes', type: 'boolean' },
        { linkId: '/number', type: 'integer' },
      ],
    });
    expect(JSON.stringify(questionnaireOf({ items }))).not.toContain('answerOption');
  });

  it('puts items back into their groups, each group once, and one below a question under it', () => {
    const items = [
      item('a', { within: ['g', 'h'] }),
      item('b', { within: ['g', 'h'] }),
      item('c', { within: ['/a'] }),
      item('plain'),
    ];
    expect(questionnaireOf({ items })).toMatchObject({
      item: [
        {
          linkId: 'g',
          type: 'group',
          item: [
            {
              linkId: 'h',
              type: 'group',
              item: [{ linkId: '/a', item: [{ linkId: '/c' }] }, { linkId: '/b' }],
            },
          ],
        },
        { linkId: 'plain', type: 'decimal' },
      ],
    });
  });
});

describe('the response that an expression looks at', () => {
  const answered = (form: Partial<ItemForm> | undefined, value: number) =>
    responseOf({ items: [item('a', form)] }, new Map([['a', value]]));

  it.each<[string, Partial<ItemForm> | undefined, number, object]>([
    ['an integer', { type: 'integer' }, 4, { valueInteger: 4 }],
    ['a quantity', { type: 'quantity' }, 4, { valueQuantity: { value: 4 } }],
    ['a decimal', { type: 'decimal' }, 4.5, { valueDecimal: 4.5 }],
    ['an item without a form', undefined, 2, { valueDecimal: 2 }],
    [
      'a choice by its code',
      { options: [option('coding', 'x', 0), option('coding', 'y', 2, 's')] },
      2,
      { valueCoding: { code: 'y', system: 's', extension: weightsOf(2) } },
    ],
    [
      'a choice without a system',
      { options: [option('coding', 'y', 2)] },
      2,
      { valueCoding: { code: 'y', extension: weightsOf(2) } },
    ],
    ['a choice of numbers', { options: [option('integer', '7', 2)] }, 2, { valueInteger: 7 }],
    ['a yes', { type: 'boolean', options: [option('boolean', 'true', 1)] }, 1, { valueBoolean: true }],
    [
      'a number that is no option',
      { type: 'integer', options: [option('integer', '7', 2)] },
      5,
      { valueInteger: 5 },
    ],
  ])('gives %s as FHIR has it', (_, form, value, expected) => {
    expect(answered(form, value)).toEqual({
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      item: [{ linkId: form ? '/a' : 'a', answer: [expected] }],
    });
  });

  it('leaves out what was left open, and puts an item below a question into its answer', () => {
    const items = [
      item('a', { type: 'integer' }),
      item('b', { type: 'integer' }),
      item('c', { type: 'integer', within: ['/a'] }),
    ];
    const values = new Map([
      ['a', 1],
      ['c', 3],
    ]);
    expect(responseOf({ items }, values)).toMatchObject({
      item: [
        {
          linkId: '/a',
          answer: [{ valueInteger: 1, item: [{ linkId: '/c', answer: [{ valueInteger: 3 }] }] }],
        },
      ],
    });
    expect(JSON.stringify(responseOf({ items }, values))).not.toContain('/b');
  });
});
