import { t } from '@lingui/core/macro';
import { bandFaults } from './band-faults.ts';
import { numberIn, type Part, partsOf, pieceOf, textIn } from './key-document.ts';

interface Given {
  /** What the answers come to; undefined where nobody knows. */
  readonly reach: { readonly min: number; readonly max: number } | undefined;
  /** What an expression comes to is not known from the answers. */
  readonly byExpression: boolean;
}
type Fault = readonly [field: string, words: string];

/** What cannot be about the numbers of a scale, by field: as the platform checks them, and no stricter. */
export function scaleFaults(scale: Part, { reach, byExpression }: Given): readonly Fault[] {
  const [min, max] = [numberIn(scale, 'min'), numberIn(scale, 'max')];
  const known = byExpression ? undefined : reach;
  const endFaults = [
    ...endFault('min', min, known && t`Enter ${known.min}, the least that the answers come to.`, known?.min),
    ...endFault('max', max, known && t`Enter ${known.max}, the most that the answers come to.`, known?.max),
  ];
  // One end that is wrong finds no fault with all that is within.
  const within = known && endFaults.length > 0 ? known : { min, max };
  const { min: least, max: most } = within;
  // An expression that nobody has tried yet has no range.
  const untried = byExpression && min === max;
  return [
    ...endFaults,
    ...sourcedFaults(scale, 'cutOff', (value) =>
      untried || least === null || most === null || least > most || (value >= least && value <= most)
        ? undefined
        : t`Enter a number from ${least} to ${most}.`,
    ),
    ...sourcedFaults(scale, 'reliableChange', (value) =>
      value > 0 ? undefined : t`Enter a number above 0.`,
    ),
    ...sourcedFaults(scale, 'reliability', (value) =>
      value >= 0 && value <= 1 ? undefined : t`Enter a number from 0 to 1.`,
    ),
    ...sdFault(pieceOf(scale, 'reliability')),
    ...bandFaults(partsOf(scale, 'bands') ?? [], byExpression ? { min: null, max: null } : within),
  ];
}

function endFault(
  field: string,
  value: number | null,
  words: string | undefined,
  right: number | undefined,
): readonly Fault[] {
  if (value === null) return [[field, words ?? t`Enter a number.`]];
  // As near as the platform wants it.
  return right === undefined || words === undefined || Math.abs(value - right) < 0.005
    ? []
    : [[field, words]];
}

function sourcedFaults(
  scale: Part,
  field: string,
  check: (value: number) => string | undefined,
): readonly Fault[] {
  const piece = pieceOf(scale, field);
  if (Object.keys(piece).length === 0) return [];
  const value = numberIn(piece, 'value');
  const words = value === null ? t`Enter a number, or clear the rest of the row.` : check(value);
  return [
    ...(words === undefined ? [] : [[`${field}/value`, words] as const]),
    ...(textIn(piece, 'source') === ''
      ? [[`${field}/source`, t`Say where it was published, or clear the rest of the row.`] as const]
      : []),
  ];
}

function sdFault(piece: Part): readonly Fault[] {
  const sd = numberIn(piece, 'sd');
  return sd === null || sd > 0 ? [] : [['reliability/sd', t`Enter a number above 0, or none.`]];
}
