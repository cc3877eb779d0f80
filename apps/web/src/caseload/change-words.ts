/** A change since the last answer in words; a point or two is noise. */
export function changeWords(change: number | null): string {
  if (change === null) return 'first answer';
  if (Math.abs(change) <= 2) return 'steady';
  const size = Math.abs(change) >= 8 ? ' sharply' : '';
  return change < 0 ? `fell${size} by ${-change}` : `rose${size} by ${change}`;
}
