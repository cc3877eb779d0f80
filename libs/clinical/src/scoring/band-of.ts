import type { Band } from '../instrument/instrument.ts';

/**
 * The band a value falls into. Bands are printed in whole numbers; a prorated 9.6 lies between "5 to 9" and
 * "10 to 14" and counts as the lower of them until it reaches 10, as a cut-off of "10 or more" says.
 */
export function bandOf(bands: readonly Band[], value: number): string | null {
  const reached = bands.filter((band) => band.from <= value);
  const highest = reached.reduce<Band | null>(
    (best, band) => (best && best.from > band.from ? best : band),
    null,
  );
  return highest?.code ?? null;
}
