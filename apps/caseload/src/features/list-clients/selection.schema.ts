import { z } from 'zod';
import { type Sorting, sortings } from '../../store/list-clients.sql.ts';
import { numbers, type NumberName, type Range } from '../../store/number-ranges.sql.ts';
import type { Selection } from './list-clients.query.ts';

const names = Object.keys(numbers).join('|');
const one = `(${names}):(-?\\d{1,5}(\\.\\d{1,2})?)?\\.\\.(-?\\d{1,5}(\\.\\d{1,2})?)?`;
const sorts = sortings as [Sorting, ...Sorting[]];

/** Which clients, and in which order: the same for the list and for its export. */
export const selectionQuery = z.object({
  search: z
    .string()
    .max(200)
    .optional()
    .describe('Beginnings of words of the name; case and accents do not matter'),
  therapistId: z.uuid().optional(),
  care: z
    .enum(['current', 'ended', 'all'])
    .default('current')
    .describe('current: in care, or not assigned to anybody yet'),
  filter: z
    .string()
    .max(500)
    .regex(new RegExp(`^${one}(,${one})*$`), 'Write number:from..to, such as last-score:..35,missed:2..')
    .optional()
    .describe(
      `Ranges of numbers, both ends included, either end may be left out: last-score:..35,missed:2.. Numbers: ${Object.keys(numbers).join(', ')}. What is not known lies in no range`,
    ),
  sort: z
    .enum(sorts)
    .default('risk')
    .describe(
      'Each order has those first who may need somebody; with a minus before it the other way round. What is not known comes last in both',
    ),
});

export function selectionOf({
  search,
  therapistId,
  care,
  filter,
  sort,
}: z.infer<typeof selectionQuery>): Selection {
  return { search: search ?? null, therapistId: therapistId ?? null, care, ranges: rangesOf(filter), sort };
}

function rangesOf(filter: string | undefined): Range[] {
  return (filter?.split(',') ?? []).map((each) => {
    const [name = '', range = ''] = each.split(':');
    const [from = '', to = ''] = range.split('..');
    return {
      name: name as NumberName,
      from: from === '' ? null : Number(from),
      to: to === '' ? null : Number(to),
    };
  });
}
