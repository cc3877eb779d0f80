import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { choice, everyType, questionnaire, scale, score, type Json } from '../../test-stack/fhir-examples.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import { urls } from './urls.ts';

/** Either an instrument or reasons with pointers, in reasonable time, whatever it is. */
function answersCalmly(resource: unknown): void {
  const began = performance.now();
  const read = readQuestionnaire(resource, { total: true });
  expect(performance.now() - began).toBeLessThan(3_000);
  for (const { pointer, detail } of read.reasons ?? []) {
    expect(pointer).toMatch(/^(\/.*)?$/s);
    expect(detail.length).toBeLessThan(600);
  }
  if (read.reasons) expect(read.reasons.length).toBeGreaterThan(0);
  else expect(read.instrument.items.length).toBeGreaterThan(0);
}

test('nothing that is JSON makes it stumble', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 8 }), answersCalmly), { numRuns: 500 });
});

/** Puts something else into one place of a sound questionnaire. */
function replaced(resource: Json, at: number, value: unknown): unknown {
  const copy = structuredClone(resource);
  const places: [Record<string, unknown>, string][] = [];
  const open: unknown[] = [copy];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, inner] of Object.entries(next)) {
      places.push([next as Record<string, unknown>, key]);
      open.push(inner);
    }
  }
  const [holder, key] = places[at % places.length] as [Record<string, unknown>, string];
  holder[key] = value;
  return copy;
}

test('a questionnaire in which anything is of another kind is taken or declined, never half', () => {
  const sound = questionnaire(
    [
      ...everyType(),
      choice('x', { enableWhen: [{ question: 'c', operator: '=', answerString: 'often-1' }] }),
      score("%resource.item.where(linkId='c').answer.weight().sum()"),
    ],
    {
      contained: [
        { resourceType: 'ValueSet', id: 'v', compose: { include: [{ concept: [{ code: 'a' }] }] } },
      ],
      extension: [scale({ code: 's', direction: 'lower-is-better' }, ['c', 'x'])],
    },
  );
  const anything = fc.oneof(
    fc.constantFrom(
      null,
      1e308,
      -1,
      0,
      '',
      ' ',
      '#',
      '%',
      '__proto__',
      [],
      {},
      [[]],
      [null],
      true,
      'x'.repeat(5_000),
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );
  fc.assert(
    fc.property(fc.nat(), anything, (at, value) => {
      answersCalmly(replaced(sound, at, value));
    }),
    { numRuns: 2_000 },
  );
});

test('deep, wide, long and circular ones are declined without falling over', () => {
  const deep = JSON.parse(`${'{"item":['.repeat(20_000)}{}${']}'.repeat(20_000)}`) as Json;
  answersCalmly({ ...deep, resourceType: 'Questionnaire' });
  expect(readQuestionnaire({ ...deep, resourceType: 'Questionnaire' }).reasons).toHaveLength(1);
  const circular: Json = { linkId: 'g', type: 'group', text: 'G' };
  circular['item'] = [circular];
  answersCalmly(questionnaire([circular]));
  answersCalmly(questionnaire(Array.from({ length: 10_000 }, (_, n) => choice(`${n}`))));
  answersCalmly(questionnaire([choice('a', { text: 'x'.repeat(1_000_000) })]));
  const concept = Array.from({ length: 20_000 }, (_, n) => ({ code: `${n}` }));
  const contained = [{ resourceType: 'ValueSet', id: 'v', compose: { include: [{ concept }] } }];
  const many = Array.from({ length: 200 }, (_, n) => ({
    linkId: `${n}`,
    type: 'choice',
    text: 'x',
    answerValueSet: '#v',
  }));
  answersCalmly(questionnaire(many, { contained }));
});

test('conditions in a long chain are followed, in a circle declined', () => {
  const chain = Array.from({ length: 200 }, (_, n) =>
    choice(`${n}`, { enableWhen: [{ question: `${n + 1}`, operator: 'exists', answerBoolean: true }] }),
  );
  const open = [...chain.slice(0, -1), choice('199')];
  expect(readQuestionnaire(questionnaire(open)).reasons).toBeUndefined();
  const circle = [
    ...chain.slice(0, -1),
    choice('199', { enableWhen: [{ question: '0', operator: 'exists', answerBoolean: true }] }),
  ];
  expect(readQuestionnaire(questionnaire(circle)).reasons?.[0]?.detail).toContain('circle');
});

test('a licence is found at an address that is only read', () => {
  const licence = (valueUri: string) => ({
    url: urls.licence,
    extension: [
      { url: 'name', valueString: 'Ours' },
      { url: 'url', valueUri },
    ],
  });
  const read = (uri: string) =>
    readQuestionnaire(questionnaire([choice('x'), choice('y')], { extension: [licence(uri)] }), {
      total: true,
    });
  expect(read('javascript:alert(1)').reasons).toMatchObject([{ pointer: '/extension' }]);
  expect(read('https://clinic.example/licence')).toMatchObject({
    instrument: { licence: { url: 'https://clinic.example/licence' } },
  });
});
