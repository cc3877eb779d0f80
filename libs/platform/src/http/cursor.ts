import { z } from 'zod';
import { invalid } from '../errors/problem.ts';
import { illFormed } from './ill-formed.ts';

/** A place in a list as an opaque word: callers hand it back and never read it. */
export const toCursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** @throws Problem 400 at `/cursor` for anything that this route did not hand out */
export function fromCursor<T>(cursor: string | undefined, schema: z.ZodType<T>): T | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    const place = schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (illFormed(place)) throw new Error('no cursor of ours');
    return place;
  } catch {
    throw invalid([
      { pointer: '/cursor', detail: 'Start again without a cursor: this one was not given out here.' },
    ]);
  }
}

/** How many a page holds, as a query parameter. */
export const pageLimit = (most = 200, usual = 50) => z.coerce.number().int().min(1).max(most).default(usual);

/** A page of a list, made of what was found when one more than the page holds was asked for. */
export function pageOf<Item>(
  found: readonly Item[],
  limit: number,
  placeOf: (last: Item) => unknown,
): { items: Item[]; next: string | null } {
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : toCursor(placeOf(last)) };
}
