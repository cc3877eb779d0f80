/**
 * A scale that stands for the alliance: one that the rules in force watch for it, in the bounds of the version that was
 * answered.
 */
export interface AllianceScale {
  readonly instrument: string;
  readonly scale: string;
  readonly min: number;
  readonly max: number;
  readonly higherIsBetter: boolean;
}

/** How many scores the small trend line shows. */
export const trendLength = 8;

export const middleOf = ({ min, max }: AllianceScale): number => (min + max) / 2;
export const widthOf = ({ min, max }: AllianceScale): number => max - min;

/** A change of so much is more than the ordinary ups and downs of a questionnaire. */
export const noticeable = (scale: AllianceScale): number => widthOf(scale) / 12;

/** By how much a score lies on the weak side of the scale's middle; 0 or less on the other. */
export const weakness = (value: number, scale: AllianceScale): number =>
  scale.higherIsBetter ? middleOf(scale) - value : value - middleOf(scale);

/** By how much the alliance is weaker than the time before; 0 or less where it is not. */
export const fallOf = (change: number | null, { higherIsBetter }: AllianceScale): number =>
  (higherIsBetter ? -1 : 1) * (change ?? 0);

export const isSameScale = (one: AllianceScale, other: AllianceScale): boolean =>
  one.instrument === other.instrument &&
  one.scale === other.scale &&
  one.min === other.min &&
  one.max === other.max;
