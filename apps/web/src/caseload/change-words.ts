import { t } from '@lingui/core/macro';
/** A change since the last answer in words; a point or two is noise. */
export function changeWords(change: number | null): string {
  if (change === null) return t`first answer`;
  if (Math.abs(change) <= 2) return t`steady`;
  const points = Math.abs(change);
  if (points >= 8) return change < 0 ? t`fell sharply by ${points}` : t`rose sharply by ${points}`;
  return change < 0 ? t`fell by ${points}` : t`rose by ${points}`;
}
