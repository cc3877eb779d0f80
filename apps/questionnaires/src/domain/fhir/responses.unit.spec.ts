import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Fhir } from 'fhir/fhir.js';
import { choice, everyType, questionnaire, score, type Json } from '../../test-stack/fhir-examples.ts';
import type { Answer } from '../answer.ts';
import type { Instrument } from '../instrument.ts';
import { linkIdsOf, readAnswers, readHead } from './read-response.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import { writeResponse } from './write-response.ts';

const nested = { linkId: 'follow-up', type: 'string', text: 'Why?' };
const source = questionnaire([...everyType(), choice('x', { item: [nested] })]);
const instrument = (readQuestionnaire(source) as { instrument: Instrument }).instrument;
const client = '0193a7c2-8a00-7000-8000-000000000001';
const kept = {
  ...{
    responseId: '0193a7c2-8a00-7000-8000-000000000005',
    requestId: null,
    clientId: client,
    sessionId: null,
  },
  ...{ instrument, answeredAt: '2026-01-01T10:00:00.000Z', submittedAt: '2026-01-01T10:00:00.000Z' },
  ...{ mode: 'import' as const, voided: null },
};
const given: Answer[] = [
  { linkId: 'g.1', value: null, text: 'It' },
  { linkId: 'g.2.1', value: null, text: 'More of it' },
  { linkId: 'b', value: 1 },
  { linkId: 'i', value: 3 },
  { linkId: 'n', value: 2.5 },
  { linkId: 'q', value: 70.2 },
  { linkId: 'date', value: null, text: '2026-01-01' },
  { linkId: 'instant', value: null, text: '2026-01-01T10:00:00Z' },
  { linkId: 'time', value: null, text: '10:30:00' },
  { linkId: 'c', value: 2 },
  { linkId: 'o', value: null, text: 'Once in a blue moon' },
  { linkId: 'many', value: null, values: [0, 3] },
  { linkId: 'line', value: 7 },
  { linkId: 'x', value: 1 },
  { linkId: 'follow-up', value: null, text: 'So' },
];
const written = () => writeResponse(kept, instrument, given);

function read(resource: unknown, others = new Set<string>()) {
  const head = readHead(resource);
  return 'mismatches' in head ? head : { ...head, ...readAnswers(head, instrument, others) };
}
const pointers = (resource: unknown) => (read(resource).mismatches ?? []).map(({ pointer }) => pointer);

test('a response of every type goes out as valid FHIR, in its groups, and comes back the same', () => {
  const resource = written();
  const { valid, messages } = new Fhir().validate(resource, { errorOnUnexpected: true });
  expect([valid, messages.filter(({ severity }) => String(severity) === 'error')]).toEqual([true, []]);
  const items = resource['item'] as Json[];
  expect(items[0]).toMatchObject({ linkId: 'g', item: [{ linkId: 'g.1' }, { linkId: 'g.2' }] });
  expect(items.at(-1)).toMatchObject({ linkId: 'x', answer: [{ item: [{ linkId: 'follow-up' }] }] });
  expect(read(resource)).toMatchObject({ answers: given, responseId: kept.responseId, clientId: client });
});

test('a response that was voided says so', () => {
  expect(writeResponse({ ...kept, voided: { at: 'x', reason: 'y' } }, instrument, [])).toMatchObject({
    status: 'entered-in-error',
  });
});

const withItems = (item: Json[]) => ({ ...written(), item });
test.each<[string, unknown, string[]]>([
  ['another resource', { resourceType: 'Patient' }, ['/resourceType']],
  ['one that is not finished', { ...written(), status: 'in-progress' }, ['/status']],
  ['one about nobody', { ...written(), subject: {} }, ['/subject/reference']],
  ['one without its time', { ...written(), authored: '2026' }, ['/authored']],
  ['one to no questionnaire', { ...written(), questionnaire: '' }, ['/questionnaire']],
  [
    'linkIds that the questionnaire has not, each of them',
    withItems([{ linkId: 'moon' }, { linkId: 'g', item: [{ linkId: 'sun' }] }]),
    ['/item/0/linkId', '/item/1/item/0/linkId'],
  ],
  [
    'an item outside of its group',
    withItems([{ linkId: 'g.1', answer: [{ valueString: 'x' }] }]),
    ['/item/0/linkId'],
  ],
  [
    'answers that are not offered, or of another type',
    withItems([
      { linkId: 'c', answer: [{ valueCoding: { code: 'moon' } }] },
      { linkId: 'i', answer: [{ valueString: 'three' }] },
      { linkId: 'line', answer: [{ valueInteger: 11 }] },
      { linkId: 'b', answer: [{ valueBoolean: true }, { valueBoolean: false }] },
    ]),
    ['/item/0/answer/0', '/item/1/answer/0', '/item/3/answer'],
  ],
  [
    'a number out of its range',
    withItems([{ linkId: 'line', answer: [{ valueInteger: 11 }] }]),
    ['/item/0/answer'],
  ],
  [
    'what is required and left open',
    withItems([{ linkId: 'line', answer: [{ valueInteger: 1 }] }]),
    ['/item'],
  ],
  [
    'an unknown modifierExtension',
    { ...written(), modifierExtension: [{ url: 'x' }] },
    ['/modifierExtension'],
  ],
])('refuses %s', (_, resource, expected) => {
  expect(pointers(resource)).toEqual(expected);
});

test('the value of a score and of hidden items is left out, not refused', () => {
  const resource = withItems([
    ...(written()['item'] as Json[]),
    { linkId: 'score', answer: [{ valueDecimal: 5 }] },
  ]);
  expect(pointers(resource)).toEqual([`/item/${(resource.item.length - 1).toString()}/linkId`]);
  expect(read(resource, linkIdsOf({ item: [score('1')] }))).toMatchObject({ answers: given });
});

test('without an id of its own the same response has the same id, and another one another', () => {
  const { id: _, ...anonymous } = written();
  const ids = [anonymous, anonymous, { ...anonymous, authored: '2026-01-02T10:00:00Z' }].map(
    (each) => (readHead(each) as { responseId: string }).responseId,
  );
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).not.toBe(ids[2]);
});

test('nothing that is JSON makes it stumble', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.jsonValue({ maxDepth: 6 }), (item, anything) => {
      expect(read({ ...written(), item })).toBeDefined();
      expect(read(anything)).toBeDefined();
    }),
  );
});
