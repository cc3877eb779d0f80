import { t } from '@lingui/core/macro';
import { bandName } from './key-change-words.ts';
import { numberIn, type Part } from './key-document.ts';

/** The lowest and the highest score; null where nothing is known of it. */
interface Ends {
  readonly min: number | null;
  readonly max: number | null;
}
type Fault = readonly [field: string, words: string];

const endsOf = (band: Part | undefined) => ({
  from: band ? numberIn(band, 'from') : null,
  to: band ? numberIn(band, 'to') : null,
});

/** What cannot be about the ranges of a scale: from its lowest score on, from low to high, without overlap. */
export function bandFaults(bands: readonly Part[], { min, max }: Ends): readonly Fault[] {
  return bands.flatMap((band, index) => {
    const { from, to } = endsOf(band);
    const faults = { from: fromFault(from, min, bands[index - 1]), to: toFault(to, max, from) };
    return (['from', 'to'] as const).flatMap((field): Fault[] => {
      const words = faults[field];
      return words === undefined ? [] : [[`bands/${index}/${field}`, words]];
    });
  });
}

function fromFault(from: number | null, min: number | null, before: Part | undefined): string | undefined {
  if (from === null) return t`Enter a number.`;
  if (!before) {
    return min === null || from === min
      ? undefined
      : t`Enter ${min}: the first range begins at the lowest score.`;
  }
  const { to: last } = endsOf(before);
  const name = bandName(before);
  if (last !== null && from <= last) return t`Enter more than ${last}, where “${name}” ends.`;
  return min !== null && from < min ? t`Enter ${min} or more: no score is lower.` : undefined;
}

function toFault(to: number | null, max: number | null, from: number | null): string | undefined {
  if (to === null) return t`Enter a number.`;
  if (from !== null && to < from) return t`Enter ${from} or more, where the range begins.`;
  return max !== null && to > max ? t`Enter ${max} or less: no score is higher.` : undefined;
}

/** What may be and is seldom meant: scores between the ranges and above the last one. */
export function bandGaps(bands: readonly Part[], max: number | null): readonly string[] {
  return bands.flatMap((band, index) => {
    const { to } = endsOf(band);
    const next = bands[index + 1];
    const name = bandName(band);
    if (to === null) return [];
    if (!next) return max !== null && to < max ? [t`Scores above ${to} count as “${name}”.`] : [];
    const { from } = endsOf(next);
    // Ranges are printed in whole numbers: between 4 and 5 there is no gap.
    return from !== null && from - to > 1 ? [t`Scores between ${to} and ${from} count as “${name}”.`] : [];
  });
}
