import { type ColumnName, headings } from './headings.ts';

const place = (personId: string) => `attune.caseload-hidden.${personId}`;

const isColumn = (name: unknown): name is ColumnName =>
  typeof name === 'string' && name !== 'client' && name in headings;

/** Columns that this person does not want on this device. */
export function hiddenColumns(storage: Pick<Storage, 'getItem'>, personId: string): readonly ColumnName[] {
  return (storage.getItem(place(personId)) ?? '').split(',').filter(isColumn);
}

export function hideColumns(
  storage: Pick<Storage, 'setItem'>,
  personId: string,
  names: readonly ColumnName[],
): void {
  storage.setItem(place(personId), names.join(','));
}

/** As the table takes it. */
export const shownBut = (hidden: readonly ColumnName[]) =>
  Object.fromEntries(hidden.map((name) => [name, false]));
