/** A number with the place where it was published, or the reason why there is none. */
export type Figure =
  | { readonly value: number; readonly source: string; readonly unknown?: undefined }
  | { readonly unknown: string; readonly value?: undefined; readonly source?: undefined };

/** How precisely a scale measures: what reliable change, limits and floors are computed from. */
export interface Psychometrics {
  readonly reliability: Figure;
  /** Of the scores that were looked at, in the unit of the scale. */
  readonly sd: Figure;
}
