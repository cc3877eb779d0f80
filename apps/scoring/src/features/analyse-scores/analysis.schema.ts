import { z } from 'zod';

/** Finite, and small enough for its square to be so. */
const number = z.number().min(-1e9).max(1e9);
/** Large enough for its inverse to be a number. */
const positive = z.number().min(1e-9).max(1e9);
const scores = z.array(number).max(10_000).describe('In the order in which they were given, the newest last');
const direction = z
  .enum(['higher-is-better', 'lower-is-better'])
  .describe('Which way is better; higher-is-better unless told');
const sd = positive.describe('Standard deviation, in the unit of the scores');
const target = number.describe('The mean to hold the scores against, in their unit');
const population = z.strictObject({ mean: number.describe('In the unit of the scores'), sd });

const method = <Name extends string, Options extends z.ZodType>(name: Name, options: Options) =>
  z.strictObject({ method: z.literal(name), scores, options });

const someOptions = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).optional();

/** One of the methods of change statistics with its options. */
export const analysisRequest = z.discriminatedUnion('method', [
  method(
    'reliable-change',
    z.strictObject({
      sd,
      reliability: z.number().min(0).lt(1).describe('Of the scale, from 0 up to but not including 1'),
      confidence: z.number().gt(0).max(0.999999).optional().describe('Two-sided; 0.95 unless told'),
      cutoff: number
        .optional()
        .describe('Between the two populations; without it nobody is called recovered'),
      direction: direction.optional(),
    }),
  ),
  method('clinical-cutoff', z.strictObject({ clinical: population, normative: population })).extend({
    scores: scores.default([]).describe('Which of them lie on the clinical side; the cut-offs need none'),
  }),
  method(
    'individuals',
    someOptions({
      calibration: z
        .int()
        .min(2)
        .max(10_000)
        .optional()
        .describe('How many first scores set the limits; all unless told'),
      sigmas: positive.optional().describe('How many sigmas from the centre the limits lie; 3 unless told'),
      rules: z
        .array(z.literal([1, 2, 3, 4]))
        .min(1)
        .refine((all) => new Set(all).size === all.length, 'Name each rule once.')
        .optional()
        .describe('Western Electric rules; all four unless told'),
    }),
  ),
  method(
    'ewma',
    z.strictObject({
      target,
      sd,
      lambda: positive.max(1).optional().describe('Weight of the newest score; 0.2 unless told'),
      sigmas: positive.optional().describe('How many sigmas from the target the limits lie; 3 unless told'),
      exact: z.boolean().optional().describe('Limits by the exact variance; true unless told'),
    }),
  ),
  method(
    'cusum',
    z.strictObject({
      target,
      sd,
      k: z.number().min(0).max(1e3).optional().describe('Allowance in standard deviations; 0.5 unless told'),
      h: positive.optional().describe('Decision interval in standard deviations; 5 unless told'),
      reset: z.boolean().optional().describe('Whether a sum begins anew after a signal; false unless told'),
    }),
  ),
  method(
    'baseline',
    someOptions({
      sds: positive.optional().describe('Standard deviations worse than the own mean; 1.5 unless told'),
      minimum: z
        .int()
        .min(2)
        .max(10_000)
        .optional()
        .describe('Scores it takes, the newest included; 4 unless told'),
      floor: z
        .number()
        .min(0)
        .max(1e9)
        .optional()
        .describe(
          'Smallest standard deviation to count with: the instrument’s standard error; 0 unless told',
        ),
      direction: direction.optional(),
    }),
  ),
  method(
    'fall',
    z.strictObject({
      by: positive.describe('The smallest change for the worse that counts, in the unit of the scores'),
      direction: direction.optional(),
    }),
  ),
  method(
    'slope',
    someOptions({
      times: z
        .array(number)
        .max(10_000)
        .optional()
        .describe('When each score was given, in any unit, rising; 0, 1, 2 … unless told'),
      sigmas: positive
        .optional()
        .describe('How many standard errors the slope must be worse than level; 2 unless told'),
      direction: direction.optional(),
    }),
  ),
  method(
    'rule-set',
    someOptions({
      name: z
        .string()
        .max(64)
        .optional()
        .describe('The newest version of this name; the set in force unless told'),
      instrument: z
        .url()
        .max(255)
        .optional()
        .describe('Whose rules; the one that the first rule about the alliance looks at unless told'),
      scale: z.string().max(64).optional().describe('Of which scale; total unless told'),
    }),
  ),
]);
export type AnalysisRequest = z.infer<typeof analysisRequest>;

const values = z.record(z.string(), z.unknown());

export const analysisResult = z.object({
  method: z.string(),
  outcome: z.enum(['computed', 'insufficient-data']),
  needed: z.int().optional().describe('How many scores it takes, where there are too few'),
  given: z.int().optional(),
  options: values.optional().describe('Those that were given, and what was used for those that were not'),
  statistics: values
    .optional()
    .describe(
      'Of a rule set: alerts as the platform raises them (scores that signal one after the other are one alert, ' +
        'index is its first), what each rule says (perRule), and which rules have too few scores yet',
    ),
  limits: values.optional().describe('The limits that were applied, in the unit of the scores'),
  signals: z
    .array(z.looseObject({ index: z.int().describe('Zero-based place in scores') }))
    .optional()
    .describe('Where the method speaks, in the order of the scores; of a rule set each score that signals'),
});
export type AnalysisResult = z.infer<typeof analysisResult>;
