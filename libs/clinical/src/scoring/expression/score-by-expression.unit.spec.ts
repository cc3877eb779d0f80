import { expect, test } from '@jest/globals';
import type { Instrument } from '../../instrument/instrument.ts';
import { ExpressionRefused, ExpressionTooSlow, TimeBudget } from './expression-sandbox.ts';
import { rangeOfExpression, scoreEvery } from './score-by-expression.ts';

const ids = ['a', 'b', 'c'];
const options = [0, 1, 2, 3].map((value) => ({
  ...{ value, type: 'coding' as const, code: `c${value}`, system: 'https://example.org' },
}));

const instrument = (text: string, variables: { name: string; text: string }[] = []): Instrument => ({
  ...{ url: 'https://example.org/q', version: '1' },
  items: ids.map((linkId) => ({
    ...{ linkId, min: 0, max: 3, reversed: false },
    form: { linkId: `/${linkId}`, type: 'choice', within: linkId === 'c' ? ['g'] : [], options },
  })),
  scales: [
    {
      ...{
        code: 'total',
        items: ids,
        method: 'sum',
        missing: { rule: 'none', prorate: false },
        min: 0,
        max: 9,
      },
      bands: [{ code: 'high', from: 5, to: 9 }],
      higherIsBetter: false,
      expression: { text, variables },
    },
  ],
});
const answers = (...values: (number | null)[]) =>
  ids.map((linkId, index) => ({ linkId, value: values[index] ?? null }));
const ordinal = "extension.where(url='http://hl7.org/fhir/StructureDefinition/ordinalValue').valueDecimal";
const chained = ids.flatMap((id) => [
  { name: id, text: `%resource.repeat(item).where(linkId='/${id}')` },
  {
    name: `${id}Weight`,
    text: `%questionnaire.repeat(item).where(linkId='/${id}').answerOption.where(valueCoding.code=%${id}.answer.valueCoding.code).${ordinal}`,
  },
]);

test.each<[string, string, { name: string; text: string }[]]>([
  ['weight().sum()', '%resource.repeat(item).answer.weight().sum()', []],
  [
    'ordinal().aggregate(…)',
    '%resource.repeat(item).answer.value.ordinal().aggregate($this + $total, 0)',
    [],
  ],
  ['SDC’s answers()', '%resource.answers().value.ordinal().sum()', []],
  ['the extension itself', `%resource.repeat(item).answer.value.${ordinal}.sum()`, []],
  ['LHC-Forms’ chained variables', '%aWeight + %bWeight + %cWeight', chained],
])('a total by %s is the sum of the answers, the same each time', async (_, text, variables) => {
  const key = instrument(text, variables);
  for (const [given, value] of [
    [answers(0, 0, 0), 0],
    [answers(3, 2, 1), 6],
    [answers(3, 3, 3), 9],
  ] as const) {
    const [first, second] = [await scoreEvery(key, given), await scoreEvery(key, given)];
    expect(first).toMatchObject([{ scale: 'total', value, answered: 3, items: 3, status: 'scored' }]);
    expect(second).toEqual(first);
  }
  expect(await rangeOfExpression(key, key.scales[0] as never)).toEqual({ min: 0, max: 9 });
});

test('one missing item and there is no score, although the expression would give one', async () => {
  const key = instrument('%resource.repeat(item).answer.weight().sum()');
  expect(await scoreEvery(key, answers(3, 3, null))).toMatchObject([
    { value: null, band: null, answered: 2, items: 3, status: 'not-scorable' },
  ]);
});

test('an expression that refuses these answers, or leaves the range, has no score for them and holds nothing up', async () => {
  const refusing = "iif(%resource.item.where(linkId='/a').answer.weight()=1, (1|2), 4)";
  const leaving = "iif(%resource.item.where(linkId='/a').answer.weight()=1, 100000, 4)";
  for (const text of [refusing, leaving]) {
    const key = instrument(text);
    const plain = { ...key.scales[0]!, code: 'plain', expression: undefined } as never;
    const both = { ...key, scales: [...key.scales, plain] };
    expect(await scoreEvery(both, answers(1, 2, 3))).toMatchObject([
      { scale: 'total', value: null, band: null, answered: 3, status: 'not-scorable' },
      { scale: 'plain', value: 6, status: 'scored' },
    ]);
    expect(await scoreEvery(key, answers(0, 2, 3))).toMatchObject([{ value: 4, status: 'scored' }]);
  }
});

test.each<[string, string]>([
  ['is no FHIRPath', '1 +'],
  ['looks something up elsewhere', "'http://example.org'.resolve()"],
  ['asks a terminology server', '%terminologies.expand(%resource)'],
  ['writes to the log', "%resource.item.trace('x').answer.weight().sum()"],
  ['depends on the day', 'today().toString().length()'],
  ['searches by a pattern', "'aaaa'.matches('(a+)+$').count()"],
  ['uses what nobody declared', '%patient.age + 1'],
  ['gives no number', "'nine'"],
  ['gives nothing', '%resource.item.where(linkId = 1).answer'],
  ['gives two numbers', '1 | 2'],
  ['is always the same', '42'],
  ['has thousands of parts', Array.from({ length: 1500 }, () => '1').join('+')],
])('an expression that %s is refused', async (_, text) => {
  const key = instrument(text);
  await expect(rangeOfExpression(key, key.scales[0] as never)).rejects.toThrow(ExpressionRefused);
});

test('an expression that would go on for ever is ended, and the next one is computed', async () => {
  const many = Array.from({ length: 40 }, (_, n) => `${n}`).join('|');
  const cross = `(${many}).select($this + (${many}).select($this + (${many}).select($this + (${many}).sum()).sum()).sum()).sum()`;
  const key = instrument(cross);
  const began = performance.now();
  await expect(rangeOfExpression(key, key.scales[0] as never)).rejects.toThrow(ExpressionTooSlow);
  expect(performance.now() - began).toBeLessThan(15_000);
  const good = instrument('%resource.repeat(item).answer.weight().sum()');
  expect(await scoreEvery(good, answers(1, 1, 1))).toMatchObject([{ value: 3 }]);
}, 60_000);

test('trials share their time, and only what each takes itself is counted', async () => {
  const good = instrument('%resource.repeat(item).answer.weight().sum()');
  const many = Array.from({ length: 40 }, (_, n) => `${n}`).join('|');
  const slow = instrument(`(${many}).select($this + (${many}).select($this + (${many}).sum()).sum()).sum()`);
  const tryWith = (key: Instrument, budget: TimeBudget) =>
    rangeOfExpression(key, key.scales[0] as never, budget);
  const [shared, mine] = [new TimeBudget(300), new TimeBudget(1_500)];
  const first = tryWith(slow, shared);
  // Waits until the slow one has been ended and a new thread is there, which takes none of its own time.
  const waited = tryWith(good, mine);
  await expect(first).rejects.toThrow(ExpressionTooSlow);
  expect(await waited).toEqual({ min: 0, max: 9 });
  expect(await tryWith(good, mine)).toEqual({ min: 0, max: 9 });
  await expect(tryWith(good, shared)).rejects.toThrow(ExpressionTooSlow);
}, 60_000);

test('an expression that fills its memory is ended, and the process lives', async () => {
  const doubled = Array.from({ length: 40 }, (_, n) => ({
    name: `v${n}`,
    text: n === 0 ? "'xxxxxxxx'" : `%v${n - 1} + %v${n - 1}`,
  }));
  const key = instrument('%v39.length()', doubled);
  await expect(rangeOfExpression(key, key.scales[0] as never)).rejects.toThrow(
    /took|used up|cannot be computed/,
  );
}, 60_000);
