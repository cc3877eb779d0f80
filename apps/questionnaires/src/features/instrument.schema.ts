import { instrumentPublished } from '@attune/contracts';
import { z } from 'zod';

const { shape } = instrumentPublished.schema;
const text = z.string().trim().min(1);

/** Which instrument, and which version of it. */
export const instrumentRef = z.object({ url: shape.url, version: shape.version });

const range = z.object({
  min: z.number(),
  max: z.number(),
  step: z.number().positive(),
  minLabel: z.string().max(200),
  maxLabel: z.string().max(200),
});

const scale = shape.scales.element.omit({ expression: true }).extend({
  missing: z.object({
    rule: z
      .enum(['none', 'at-most', 'at-least', 'refuse'])
      .describe(
        'none: no score; at-most: count may be missing; at-least: percent must be there; refuse: no response',
      ),
    count: z.int().min(1).optional(),
    percent: z.number().gt(0).max(100).optional(),
    prorate: z.boolean().optional(),
  }),
});

export const instrumentSchema = instrumentRef.extend({
  title: text.max(200),
  intro: text.max(1000),
  notice: text.max(2000).describe('Whose it is, and what may be concluded from it'),
  validated: z.boolean().describe('False where no study has shown that it measures what it says'),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))
    .max(100)
    .optional(),
  licence: z
    .object({
      name: text.max(200),
      url: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .optional(),
    })
    .optional(),
  items: z
    .array(
      z.object({
        linkId: shape.items.element.shape.linkId,
        text: text.max(500),
        reversed: z.boolean().default(false),
        options: z
          .array(z.object({ value: z.number(), label: text.max(300) }))
          .max(50)
          .default([]),
        range: range.optional().describe('Instead of options: a line to be marked'),
        risk: shape.items.element.shape.risk,
      }),
    )
    .min(1)
    .max(200),
  scales: z.array(scale).min(1).max(50),
});

const words = z.record(z.string(), z.string()).describe('In other languages, by BCP 47 tag');
const condition = z.object({
  linkId: z.string(),
  operator: z.enum(['exists', '=', '!=', '>', '<', '>=', '<=']),
  answer: z.union([z.boolean(), z.number(), z.string()]),
});

/** What an item can be that came as FHIR. */
export const formItem = instrumentSchema.shape.items.element.omit({ reversed: true }).extend({
  text: z.string(),
  options: z.array(
    z.object({
      value: z.number(),
      label: z.string(),
      labels: words.optional(),
      weight: z.number().nullable().optional(),
    }),
  ),
  kind: z
    .enum(['number', 'text', 'date', 'date-time', 'time', 'display'])
    .optional()
    .describe('Missing where it has options, or a line to be marked'),
  counts: z.boolean().optional().describe('False where it has no part in any score'),
  heading: z.string().optional().describe('The text of the groups around it'),
  texts: words.optional(),
  required: z.boolean().optional(),
  several: z.boolean().optional(),
  other: z.boolean().optional().describe('Words of one’s own may stand instead of an option'),
  unit: z.string().optional(),
  whole: z.boolean().optional(),
  limits: z
    .object({
      shortest: z.int().optional(),
      longest: z.int().optional(),
      earliest: z.string().optional(),
      latest: z.string().optional(),
      fewest: z.int().optional(),
      most: z.int().optional(),
    })
    .optional()
    .describe('Characters of words; first and last date, instant or time; how many boxes are ticked'),
  enabled: z
    .array(z.object({ any: z.boolean(), conditions: z.array(condition) }))
    .optional()
    .describe('It is asked where all of these hold: of the item, and of the groups around it'),
  initial: z.union([z.string(), z.number()]).optional(),
});

const figure = z
  .union([
    z.object({ value: z.number(), source: z.string() }),
    z.object({ unknown: z.string().describe('Why there is no number') }),
  ])
  .describe('With where it was published, or the reason why it is not known');

/** What is known about a scale beside its key, which never changes. */
export const psychometrics = z.object({
  reliability: figure,
  sd: figure.describe('Of the scores that were looked at, in the unit of the scale'),
});

const keyForm = shape.items.element.shape.form.unwrap();
/** As it was imported: a key knows an option by what it counts, and only where it has a short code. */
const form = keyForm.extend({
  options: z
    .array(
      keyForm.shape.options.unwrap().element.extend({
        value: z.number().describe('By which an answer names it'),
        weight: z.number().optional().describe('What it counts; missing where it counts nothing'),
        code: z.string(),
      }),
    )
    .optional(),
});

export const publishedInstrument = instrumentSchema.extend({
  items: z.array(formItem.extend({ reversed: z.boolean(), form: form.optional() })),
  scales: z.array(scale.extend({ expression: shape.scales.element.shape.expression })),
  titles: words.optional(),
  intros: words.optional(),
  notices: words.optional(),
  publishedAt: z.iso.datetime(),
  keyRevision: z.int().describe('How often its key was corrected since'),
});

/** A published version with what is known about its scales. */
export const shownInstrument = publishedInstrument.extend({
  scales: z.array(publishedInstrument.shape.scales.element.extend({ psychometrics })),
});
