import { z } from 'zod';
import { urlOf, type InstrumentKey } from '../../domain/catalogue/instrument-key.ts';
import { shownScales } from '../../domain/psychometrics.ts';
import { instrumentSchema, psychometrics } from '../instrument.schema.ts';

const { shape } = instrumentSchema;
const text = z.string().trim().min(1);

export const keySchema = z.object({
  name: z.string(),
  title: z.string(),
  status: z.enum(['awaits-wording', 'worded']),
  holder: z.string().describe('Who holds the rights to the words'),
  source: z.string(),
  caution: z.string().nullable(),
  licence: z.object({ name: z.string(), url: z.string().optional() }),
  items: z.array(
    z.object({
      linkId: z.string(),
      reversed: z.boolean(),
      choice: z.object({ from: z.number(), to: z.number() }).optional(),
      line: z.object({ min: z.number(), max: z.number(), step: z.number() }).optional(),
      risk: z.object({ atLeast: z.number() }).optional(),
    }),
  ),
  scales: z.array(shape.scales.element.extend({ psychometrics })),
});
export type KeyView = z.infer<typeof keySchema>;

export const wordingSchema = z.object({
  version: shape.version,
  title: shape.title.optional(),
  intro: shape.intro,
  notice: shape.notice.describe('The notice that your licence asks for'),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  items: z
    .array(
      z.object({
        linkId: shape.items.element.shape.linkId,
        text: text.max(500),
        labels: z
          .array(text.max(300))
          .max(50)
          .describe('One for each answer, the lowest first; two for the ends of a line'),
      }),
    )
    .max(200),
});

export const viewKey = (key: InstrumentKey, worded: boolean): KeyView => ({
  ...key,
  caution: key.caution ?? null,
  status: worded ? 'worded' : 'awaits-wording',
  licence: { ...key.licence },
  items: key.items.map((item) => ({ ...item })),
  scales: shownScales({ url: urlOf(key), validated: true, scales: key.scales }).map((scale) => ({
    ...scale,
    items: [...scale.items],
    bands: [...scale.bands],
  })),
});
