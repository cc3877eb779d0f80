/** Nobody brings along older answers: a slip in the year would be the first score of a course for ever. */
const longestAgo = 50;

/** Why nobody can have answered then, from whichever door it comes; undefined where it may be. */
export function answerTimeFault(answeredAt: string, now: Date): string | undefined {
  const at = new Date(answeredAt);
  if (at > now) return 'It has been answered before now.';
  const earliest = new Date(now);
  earliest.setUTCFullYear(now.getUTCFullYear() - longestAgo);
  return at < earliest
    ? `It has been answered in the last ${longestAgo} years: look at the year.`
    : undefined;
}
