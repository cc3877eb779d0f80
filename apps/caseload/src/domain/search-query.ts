import { searchText } from './search-text.ts';

/**
 * Every word typed must begin a word of the name: "an mül" finds "Anna Müller". Null when nothing was typed; what has no
 * word in it, such as "%", is a query that nobody answers to.
 */
export function searchQuery(typed: string): string | null {
  if (typed.trim() === '') return null;
  const words = searchText(typed).split(' ').filter(Boolean);
  return words.length > 0 ? words.map((word) => `'${word}':*`).join(' & ') : '';
}
