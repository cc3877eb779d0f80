import { z } from 'zod';
import { isSeen, repeated } from '../../domain/view-name.ts';
import { selectionQuery } from '../list-clients/selection.schema.ts';

const { care, filter, sort, therapistId } = selectionQuery.shape;
const mostViews = 20;

const view = z.object({
  name: z
    .string()
    .trim()
    .normalize('NFC')
    .min(1, { abort: true })
    .max(60)
    .refine(isSeen, { error: 'Use letters that can be seen.' })
    .describe('Of its own among the views, whatever the case of its letters'),
  search: z
    .strictObject({ care: care.unwrap().optional(), filter, sort: sort.unwrap().optional(), therapistId })
    .describe('As the list takes it, but for the name that is searched: that is not kept'),
});

/** How a person looks at the board. */
export const board = z.object({
  views: z
    .array(view)
    .max(mostViews)
    .superRefine((views, context) => {
      for (const index of repeated(views.map(({ name }) => name))) {
        const message = 'Another view has this name, whatever its case: give each a name of its own.';
        context.addIssue({ code: 'custom', path: [index, 'name'], message });
      }
    }),
  hidden: z
    .array(z.string().regex(/^[a-z-]{1,30}$/, 'Name a column in small letters.'))
    .max(30)
    .describe('Columns that are left out'),
});
export type Board = z.infer<typeof board>;

export const keptBoard = board.extend({ version: z.int().describe('0 until something has been kept') });
