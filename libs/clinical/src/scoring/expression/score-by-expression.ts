import type { Instrument, Scale, ScoreExpression } from '../../instrument/instrument.ts';
import { answerValues, type Answer } from '../answer-values.ts';
import { bandOf } from '../band-of.ts';
import { scoreScale, tidy, type ScaleScore } from '../score-scale.ts';
import { ExpressionRefused, ExpressionTooSlow, sandbox, type TimeBudget } from './expression-sandbox.ts';
import { questionnaireOf, responseOf } from './fhir-form.ts';

type Computed = Scale & { readonly expression: ScoreExpression };

const isComputed = (scale: Scale): scale is Computed => scale.expression !== undefined;
/** Far more than an expression that was tried at its import needs, so that a busy machine scores as an idle one. */
const scoringMs = 5_000;
/** Attempts before a response is taken to have no score by this expression. */
const attempts = 2;
const tryingMs = 2_000;

/**
 * Every scale of the instrument, also those that a FHIRPath expression computes. Such a scale has a score only where
 * every item that it counts has an answer: an expression does not see what is missing, and its total would be lower. One
 * that gives no number for these answers, or one beyond the scale's range, or takes too long again and again, has no
 * score either; it never holds up the other scales, nor what else a response is looked through for.
 * @throws UnscorableResponse when the answers do not belong to the instrument
 */
export async function scoreEvery(
  instrument: Instrument,
  answers: readonly Answer[],
): Promise<readonly ScaleScore[]> {
  const keyed = answerValues(instrument, answers);
  const given = new Map(answers.flatMap(({ linkId, value }) => (value === null ? [] : [[linkId, value]])));
  const scores: ScaleScore[] = [];
  for (const scale of instrument.scales) {
    scores.push(
      isComputed(scale)
        ? await computed(instrument, scale, given)
        : scoreScale(scale, keyed, instrument.items),
    );
  }
  return scores;
}

async function computed(
  instrument: Instrument,
  scale: Computed,
  given: ReadonlyMap<string, number>,
): Promise<ScaleScore> {
  const answered = scale.items.filter((linkId) => given.has(linkId)).length;
  const counts = { scale: scale.code, answered, items: scale.items.length };
  const open = { ...counts, value: null, band: null, status: 'not-scorable' as const };
  if (answered < scale.items.length) return open;
  const value = await valueOf(instrument, scale, given);
  if (value === null) return open;
  const tidied = tidy(value);
  if (tidied < scale.min || tidied > scale.max) return open;
  return { ...counts, value: tidied, band: bandOf(scale.bands, tidied), status: 'scored' };
}

/** Null for what the expression refuses to say about these answers. */
async function valueOf(
  instrument: Instrument,
  scale: Computed,
  given: ReadonlyMap<string, number>,
): Promise<number | null> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return (await evaluate(instrument, scale, [given], scoringMs))[0] ?? null;
    } catch (error) {
      if (error instanceof ExpressionRefused) return null;
      if (!(error instanceof ExpressionTooSlow)) throw error;
    }
  }
  return null;
}

/**
 * The lowest and the highest score that an expression gives, found by trying: every answer at its lowest, then each at
 * its highest in turn, then all. Exact for everything that adds up.
 * @param budget what all trials of one import may take together
 * @throws ExpressionRefused when it gives no number, or the same one whatever is answered
 * @throws ExpressionTooSlow
 */
export async function rangeOfExpression(
  instrument: Instrument,
  scale: Computed,
  budget?: TimeBudget,
): Promise<{ readonly min: number; readonly max: number }> {
  const counted = instrument.items.filter(({ linkId }) => scale.items.includes(linkId));
  const lowest = new Map(counted.map(({ linkId, min }) => [linkId, min]));
  const highest = new Map(counted.map(({ linkId, max }) => [linkId, max]));
  const tries = [lowest, highest, ...counted.map(({ linkId, max }) => new Map([...lowest, [linkId, max]]))];
  const results = await evaluate(instrument, scale, tries, tryingMs, budget);
  const found = results.flatMap((each) => each ?? []);
  const [base = 0, top = 0, ...single] = found;
  if (found.length < tries.length) {
    throw new ExpressionRefused('The expression gives no number although every item is answered.');
  }
  const effects = single.map((each) => each - base);
  if (top === base && effects.every((each) => each === 0)) {
    throw new ExpressionRefused(
      'Whether answers are at their lowest or highest, the expression gives the same: do the options have weights?',
    );
  }
  const sum = (side: readonly number[]) => side.reduce((total, each) => total + each, base);
  const min = Math.min(top, sum(effects.filter((each) => each < 0)));
  const max = Math.max(top, sum(effects.filter((each) => each > 0)));
  return { min: tidy(min), max: tidy(max) };
}

/**
 * Items that an expression looks at although they are not among those of its scale, found by trying: beside answers at
 * their lowest and at their highest, each of the others is given its lowest and its highest answer in turn. Such an item
 * would be missing where a client has answered it, and the score would be another one.
 * @throws ExpressionRefused
 * @throws ExpressionTooSlow
 */
export async function strangersOf(
  instrument: Instrument,
  scale: Computed,
  budget?: TimeBudget,
): Promise<readonly string[]> {
  const counted = instrument.items.filter(({ linkId }) => scale.items.includes(linkId));
  const others = instrument.items.filter(({ linkId }) => !scale.items.includes(linkId));
  const bases = [
    new Map(counted.map(({ linkId, min }) => [linkId, min])),
    new Map(counted.map(({ linkId, max }) => [linkId, max])),
  ];
  const ways = others.flatMap(({ linkId, min, max }) => [min, max].map((value) => ({ linkId, value })));
  const tries = bases.flatMap((base) => [
    base,
    ...ways.map(({ linkId, value }) => new Map([...base, [linkId, value]])),
  ]);
  const results = await evaluate(instrument, scale, tries, scoringMs, budget);
  const round = ways.length + 1;
  const found = ways.flatMap(({ linkId }, way) =>
    bases.some((_, base) => results[base * round] !== results[base * round + way + 1]) ? [linkId] : [],
  );
  return [...new Set(found)];
}

const evaluate = (
  instrument: Instrument,
  { expression }: Computed,
  given: readonly ReadonlyMap<string, number>[],
  withinMs: number,
  budget?: TimeBudget,
) =>
  sandbox.run(
    {
      expression,
      questionnaire: questionnaireOf(instrument),
      responses: given.map((values) => responseOf(instrument, values)),
    },
    withinMs,
    budget,
  );
