import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { namedQuery } from '../../api/people.ts';

/** What an address holds. */
const most = 50;

/**
 * Whom ids stand for, as far as the reader may see them: asked for together, so that it is written down once and not for
 * each of them. Undefined for one who was erased, is not theirs to see, or is on the way.
 */
export function useNames(ids: readonly string[]): (id: string) => string | undefined {
  const all = [...new Set(ids)];
  const some = Array.from({ length: Math.ceil(all.length / most) }, (_, index) =>
    all.slice(index * most, (index + 1) * most),
  );
  const asked = useQueries({
    queries: some.map((few) => ({ ...namedQuery(few), placeholderData: keepPreviousData })),
  });
  const names = new Map(asked.flatMap(({ data = [] }) => data.map(({ personId, name }) => [personId, name])));
  return (id) => names.get(id);
}
