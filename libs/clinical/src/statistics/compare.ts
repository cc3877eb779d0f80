/** What rounding of binary fractions may come to, relative to the larger number; scores come in tenths, means in more. */
const tolerance = 1e-9;
const room = (one: number, other: number) => tolerance * Math.max(1, Math.abs(one), Math.abs(other));

/** Whether one number is larger than another by more than rounding explains: 4.1 − 3.1 is not less than 1. */
export const isAbove = (one: number, other: number): boolean => one - other > room(one, other);

/** Whether one number is as large as another, rounding aside, or larger. */
export const isAtLeast = (one: number, other: number): boolean => !isAbove(other, one);
