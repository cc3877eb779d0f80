import { expect, test } from '@jest/globals';
import { choice, everyType, questionnaire, type Json } from '../../test-stack/fhir-examples.ts';
import type { Instrument } from '../instrument.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import { linkIdsOf, readAnswers, readHead } from './read-response.ts';

const source = questionnaire([...everyType(), choice('x')]);
const { instrument } = readQuestionnaire(source) as { instrument: Instrument };
const client = '0193a7c2-8a00-7000-8000-000000000001';
const response = (more: Json = {}): Json => ({
  ...{ resourceType: 'QuestionnaireResponse', questionnaire: instrument.url, status: 'completed' },
  ...{ subject: { reference: `Patient/${client}` }, authored: '2024-02-29T10:00:00+01:00', item: [] },
  ...more,
});
const pointersOf = (mismatches: readonly { readonly pointer: string }[] = []) =>
  mismatches.map(({ pointer }) => pointer);
const headFaults = (more: Json) => {
  const head = readHead(response(more));
  return pointersOf('mismatches' in head ? head.mismatches : []);
};
function itemFaults(item: readonly Json[]) {
  const head = readHead(response({ item }));
  if ('mismatches' in head) return pointersOf(head.mismatches);
  return pointersOf(readAnswers(head, instrument, linkIdsOf(source)).mismatches);
}

test.each([
  '2026-01-12T10:00:00',
  '2026-02-30T10:00:00Z',
  '2025-02-29T10:00:00Z',
  '2026-13-01T10:00:00Z',
  '2026-01-12T25:00:00Z',
  '2026-01-12T10:00Z',
  '2026-01-12',
])('%s is no instant', (authored) => {
  expect(headFaults({ authored })).toEqual(['/authored']);
});

test.each(['2024-02-29T10:00:00Z', '2026-01-12T23:59:59.123-05:00'])('%s is one', (authored) => {
  expect(headFaults({ authored })).toEqual([]);
});

test.each<[string, Json]>([
  ['a group', { reference: `Group/${client}` }],
  ['a patient elsewhere', { reference: `https://other.example/fhir/Patient/${client}` }],
  ['nobody by a bare id', { reference: client }],
  ['a version of a patient', { reference: `Patient/${client}/_history/1` }],
  ['what calls itself a group', { reference: `Patient/${client}`, type: 'Group' }],
])('%s is no client', (_, subject) => {
  expect(headFaults({ subject })).toEqual(['/subject/reference']);
});

test('a client may be called a Patient in so many words', () => {
  expect(headFaults({ subject: { reference: `Patient/${client}`, type: 'Patient' } })).toEqual([]);
});

test.each<[string, Json]>([
  ['a measure for a whole number', { linkId: 'i', answer: [{ valueQuantity: { value: 3, unit: 'kg' } }] }],
  ['a fraction for a whole number', { linkId: 'i', answer: [{ valueDecimal: 3 }] }],
  ['a number for a measure', { linkId: 'q', answer: [{ valueDecimal: 70 }] }],
  ['words for a date', { linkId: 'date', answer: [{ valueString: '2026-01-01' }] }],
  ['a date for words', { linkId: 'x', answer: [{ valueDate: '2026-01-01' }] }],
  ['two values at once', { linkId: 'i', answer: [{ valueInteger: 3, valueDecimal: 4 }] }],
])('%s is named', (_, item) => {
  expect(itemFaults([item])).toEqual(['/item/0/answer/0']);
});

test('a whole number is a decimal one as well', () => {
  expect(itemFaults([{ linkId: 'n', answer: [{ valueInteger: 3 }] }])).not.toContain('/item/0/answer/0');
});

test('answers to groups and to words that are only read are named', () => {
  const answer = [{ valueString: 'yes' }];
  expect(
    itemFaults([
      { linkId: 'g', answer },
      { linkId: 'd', answer },
    ]),
  ).toEqual(['/item/0/answer', '/item/1/answer']);
});

test('what is unknown below something unknown is named too, and what is known there is not', () => {
  const below = [{ linkId: 'b' }, { linkId: 'sun', answer: [{ item: [{ linkId: 'star' }] }] }];
  expect(itemFaults([{ linkId: 'moon', item: below }])).toEqual([
    '/item/0/linkId',
    '/item/0/item/1/linkId',
    '/item/0/item/1/answer/0/item/0/linkId',
  ]);
});
