import { type ColumnName, headings } from './headings.ts';

const isColumn = (name: string): name is ColumnName => name !== 'client' && name in headings;

/** Those of the columns a person has left out that there are today; the name always stands. */
export const hiddenColumns = (kept: readonly string[]): readonly ColumnName[] => kept.filter(isColumn);

/** As the table takes it. */
export const shownBut = (hidden: readonly ColumnName[]) =>
  Object.fromEntries(hidden.map((name) => [name, false]));
