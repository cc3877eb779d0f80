import { type ColumnName, headings } from './headings.ts';

const place = 'attune.caseload-hidden';

const isColumn = (name: unknown): name is ColumnName =>
  typeof name === 'string' && name !== 'client' && name in headings;

/** Columns that are not wanted on this device. */
export function hiddenColumns(storage: Pick<Storage, 'getItem'>): readonly ColumnName[] {
  return (storage.getItem(place) ?? '').split(',').filter(isColumn);
}

export function hideColumns(storage: Pick<Storage, 'setItem'>, names: readonly ColumnName[]): void {
  storage.setItem(place, names.join(','));
}

/** As the table takes it. */
export const shownBut = (hidden: readonly ColumnName[]) =>
  Object.fromEntries(hidden.map((name) => [name, false]));
