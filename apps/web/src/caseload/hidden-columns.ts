import { type ColumnName, headings } from './headings.ts';

const isColumn = (name: string): name is ColumnName => name !== 'client' && name in headings;

/** Those of the columns a person has left out that there are today; the name always stands. */
export const hiddenColumns = (kept: readonly string[]): readonly ColumnName[] => kept.filter(isColumn);

/** What a person can leave out: who sees their own clients alone knows who treats them. */
export const choosableColumns = (several: boolean): readonly ColumnName[] =>
  (Object.keys(headings) as ColumnName[]).filter(
    (name) => name !== 'client' && (several || name !== 'therapist'),
  );

/** As the table takes it. */
export const shownBut = (hidden: readonly ColumnName[]) =>
  Object.fromEntries(hidden.map((name) => [name, false]));
