import { instrumentPublished } from '@attune/contracts';
import { z } from 'zod';

const { shape } = instrumentPublished.schema;
const text = z.string().trim().min(1);

/** Which instrument, and which version of it. */
export const instrumentRef = z.object({ url: shape.url, version: shape.version });

export const instrumentSchema = instrumentRef.extend({
  title: text.max(200),
  intro: text.max(1000),
  notice: text.max(2000).describe('Whose it is, and what may be concluded from it'),
  validated: z.boolean().describe('False where no study has shown that it measures what it says'),
  items: z
    .array(
      z.object({
        linkId: shape.items.element.shape.linkId,
        text: text.max(500),
        reversed: z.boolean().default(false),
        options: z
          .array(z.object({ value: z.number(), label: text.max(100) }))
          .min(2)
          .max(20),
      }),
    )
    .min(1)
    .max(200),
  scales: shape.scales.max(50),
});

export const publishedInstrument = instrumentSchema.extend({ publishedAt: z.iso.datetime() });
