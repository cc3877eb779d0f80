import { t } from '@lingui/core/macro';
import { tidy } from '../shell/formats.ts';

interface Changed {
  readonly change: number | null;
  readonly min: number;
  readonly max: number;
}

/** A change since the last answer in words; a twenty-fourth of the scale is noise, a sixth is sharp. */
export function changeWords({ change, min, max }: Changed): string {
  if (change === null) return t`first answer`;
  const [points, width] = [tidy(Math.abs(change)), max - min];
  if (points <= width / 24) return t`steady`;
  if (points >= width / 6) return change < 0 ? t`fell sharply by ${points}` : t`rose sharply by ${points}`;
  return change < 0 ? t`fell by ${points}` : t`rose by ${points}`;
}
