/** What was typed as a number; undefined while it is none, as “-” is not yet. */
export function numberOf(entered: string | number): number | undefined {
  const number = Number(entered);
  return entered === '' || Number.isNaN(number) ? undefined : number;
}

/** What stands in the field: what was typed, as “-0” on the way to “-0.5”, as long as the number is that one. */
export const shownNumber = (typed: string | number, number: number | null): string | number =>
  (numberOf(typed) ?? null) === number ? typed : (number ?? '');
