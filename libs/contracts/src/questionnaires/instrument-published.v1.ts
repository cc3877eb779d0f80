import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { code, exampleInstrument, instrument, linkId } from '../fields.ts';

/** Where a number was published. */
const source = z.string().min(1).max(300);

const item = z.object({
  linkId,
  min: z.number(),
  max: z.number(),
  /** Codes of the scales that count the item. */
  scales: z.array(code),
  /** Counts as min + max - value. */
  reversed: z.boolean(),
  /** An answer of at least this much is a risk to the client's safety. */
  risk: z.object({ atLeast: z.number() }).optional(),
  /** Its place in the FHIR Questionnaire that it came from; there only where an expression scores the instrument. */
  form: z
    .object({
      linkId: z.string().max(255),
      type: z.string().max(32),
      /** The linkIds around it, the outermost first. */
      within: z.array(z.string().max(255)).max(60),
      options: z
        .array(
          z.object({
            /** What the answer counts. */
            value: z.number(),
            type: z.enum(['coding', 'display', 'string', 'integer', 'date', 'time', 'boolean']),
            code: z.string().max(64),
            system: z.string().optional(),
          }),
        )
        .max(50)
        .optional(),
    })
    .optional(),
});

const expression = z.string().max(4000);

const scale = z.object({
  code,
  title: z.string().max(200),
  items: z.array(linkId).min(1),
  method: z.enum(['sum', 'mean']),
  /** What the sum or mean is multiplied by; 1 where it is missing. */
  multiplier: z.number().positive().optional(),
  /** `none`: one missing item and the scale has no score. `at-most`: up to `count` may miss, prorated or not. */
  missing: z.object({
    rule: z.enum(['none', 'at-most']),
    count: z.int().min(1).optional(),
    prorate: z.boolean().optional(),
  }),
  min: z.number(),
  max: z.number(),
  /** Both bounds belong to the band. */
  bands: z.array(z.object({ code, from: z.number(), to: z.number() })),
  higherIsBetter: z.boolean(),
  /** Clinical below it where higher is better, from it on where lower is. */
  cutOff: z.object({ value: z.number(), source }).optional(),
  /** The change that exceeds measurement error, as published, in the unit of the scale. */
  reliableChange: z.object({ value: z.number().positive(), source }).optional(),
  /** Of the scores: internal consistency or test–retest, with the standard deviation it was found with. */
  reliability: z
    .object({ value: z.number().min(0).max(1), sd: z.number().positive().optional(), source })
    .optional(),
  /** Scored by this FHIRPath instead of `method`, and only where every item has an answer. */
  expression: z
    .object({
      text: expression,
      /** In the order in which they are computed. */
      variables: z.array(z.object({ name: z.string().max(64), text: expression })).max(1000),
    })
    .optional(),
});

/** The key of a version, without its wording. */
export const publishedKey = instrument.extend({
  title: z.string().max(200),
  /** False where no study has shown that it measures what it says. */
  validated: z.boolean(),
  items: z.array(item).min(1),
  scales: z.array(scale).min(1),
});

export const instrumentPublished = defineEvent({
  type: 'attune.questionnaires.instrument-published.v1',
  topic: 'attune.public.instruments',
  title: 'Instrument published',
  description: 'A version of an instrument can be asked for from now on. A version never changes.',
  schema: publishedKey,
  example: {
    ...exampleInstrument,
    title: 'Attune Alliance Check-in',
    validated: false,
    items: ['goals-1', 'goals-2'].map((linkId) => ({
      linkId,
      min: 1,
      max: 5,
      scales: ['goals'],
      reversed: false,
    })),
    scales: [
      {
        code: 'goals',
        title: 'Agreement on goals',
        items: ['goals-1', 'goals-2'],
        method: 'sum',
        missing: { rule: 'none' },
        min: 2,
        max: 10,
        bands: [],
        higherIsBetter: true,
      },
    ],
  },
});
