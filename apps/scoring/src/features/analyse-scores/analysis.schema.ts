import { z } from 'zod';

/** Finite, and small enough for its square to be so. */
const number = z.number().min(-1e9).max(1e9);
const positive = z.number().positive().max(1e9);
const scores = z.array(number).max(10_000).describe('In the order in which they were given, the newest last');
const direction = z.enum(['higher-is-better', 'lower-is-better']);
const population = z.object({ mean: number, sd: positive });

const method = <Name extends string, Options extends z.ZodType>(name: Name, options: Options) =>
  z.object({ method: z.literal(name), scores, options });

const someOptions = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).optional();

/** One of the methods of change statistics with its options. */
export const analysisRequest = z.discriminatedUnion('method', [
  method(
    'reliable-change',
    z.object({
      sd: positive,
      reliability: z.number().min(0).lt(1),
      confidence: z.number().gt(0).lt(1).optional(),
      cutoff: number.optional(),
      direction: direction.optional(),
    }),
  ),
  method('clinical-cutoff', z.object({ clinical: population, normative: population })),
  method(
    'individuals',
    someOptions({
      calibration: z.int().min(2).max(10_000).optional(),
      sigmas: positive.optional(),
      rules: z
        .array(z.literal([1, 2, 3, 4]))
        .min(1)
        .max(4)
        .optional(),
    }),
  ),
  method(
    'ewma',
    z.object({
      target: number,
      sd: positive,
      lambda: positive.max(1).optional(),
      sigmas: positive.optional(),
      exact: z.boolean().optional(),
    }),
  ),
  method(
    'cusum',
    z.object({
      target: number,
      sd: positive,
      k: z.number().min(0).max(1e3).optional(),
      h: positive.optional(),
      reset: z.boolean().optional(),
    }),
  ),
  method(
    'baseline',
    someOptions({
      sds: positive.optional(),
      minimum: z.int().min(2).max(10_000).optional(),
      floor: z.number().min(0).max(1e9).optional(),
      direction: direction.optional(),
    }),
  ),
  method('fall', z.object({ by: positive, direction: direction.optional() })),
  method(
    'slope',
    someOptions({
      times: z.array(number).max(10_000).optional(),
      sigmas: positive.optional(),
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
      instrument: z.url().max(255).optional().describe('Whose rules; those of the alliance unless told'),
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
  statistics: values.optional(),
  limits: values.optional().describe('The limits that were applied, in the unit of the scores'),
  signals: z
    .array(z.looseObject({ index: z.int().describe('Zero-based place in scores') }))
    .optional()
    .describe('Where the method speaks, in the order of the scores'),
});
export type AnalysisResult = z.infer<typeof analysisResult>;
