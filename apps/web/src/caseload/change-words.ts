import { t } from '@lingui/core/macro';
import { decimal, tidy } from '../shell/formats.ts';

interface Changed {
  readonly change: number | null;
  readonly min: number;
  readonly max: number;
}

/** A change since the last answer in words; a twenty-fourth of the scale is noise, a sixth is sharp. */
export function changeWords({ change, min, max }: Changed): string {
  if (change === null) return t`first answer`;
  const [points, width] = [tidy(Math.abs(change)), max - min];
  if (points <= width / 24) return t`about as before`;
  const by = decimal(points);
  if (points >= width / 6) return change < 0 ? t`fell sharply by ${by}` : t`rose sharply by ${by}`;
  return change < 0 ? t`fell by ${by}` : t`rose by ${by}`;
}
