import { z } from 'zod';
import { code } from '../fields.ts';

const positive = z.number().positive();

/** A detector with its parameters, in the unit of the scale unless they are counted in standard deviations. */
export const detector = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('absolute-cut-off'), cutoff: z.number() }),
  z.object({ kind: z.literal('fall-since-last'), by: positive }),
  z.object({
    kind: z.literal('own-baseline'),
    sds: positive.optional(),
    minimum: z.int().min(2).max(100).optional(),
    floor: z.number().min(0).optional(),
  }),
  z.object({
    kind: z.literal('expected-score'),
    mean: z.number(),
    between: positive,
    within: positive,
    drift: z.number().min(0).optional(),
    sds: positive.optional(),
    clip: positive.optional(),
  }),
  z.object({
    kind: z.literal('individuals'),
    calibration: z.int().min(2).max(100).optional(),
    sigmas: positive.optional(),
    rules: z
      .array(z.literal([1, 2, 3, 4]))
      .min(1)
      .max(4)
      .optional(),
  }),
  z.object({
    kind: z.literal('ewma'),
    target: z.number(),
    sd: positive,
    lambda: positive.max(1).optional(),
    sigmas: positive.optional(),
    exact: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('cusum'),
    target: z.number(),
    sd: positive,
    k: z.number().min(0).optional(),
    h: positive.optional(),
    reset: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('reliable-change'),
    sd: positive,
    reliability: z.number().min(0).lt(1),
    confidence: z.number().gt(0).lt(1).optional(),
  }),
]);

/** A rule of a rule set: which scale of which instrument, which detector, how grave. */
export const rule = z.object({
  code,
  title: z.string().min(1).max(200),
  concern: z.enum(['alliance', 'outcome', 'safety', 'attendance']),
  severity: z.enum(['low', 'medium', 'high']),
  /** The instrument's url, of any version. */
  instrument: z.url().max(255),
  scale: code,
  direction: z.enum(['higher-is-better', 'lower-is-better']),
  detector,
  /** How many scores there must be, the newest included, before the rule speaks. */
  minimumHistory: z.int().min(1).max(100).optional(),
  /** Who is to look at it beside the therapist, at once and not only when nobody answers. */
  also: z.enum(['supervisor']).optional(),
});

export const exampleRule: z.infer<typeof rule> = {
  code: 'alliance-fall-since-last',
  title: 'Alliance total 8 or more lower than last time',
  concern: 'alliance',
  severity: 'medium',
  instrument: 'https://attune.example/instruments/attune-alliance-check-in',
  scale: 'total',
  direction: 'higher-is-better',
  detector: { kind: 'fall-since-last', by: 8 },
};
