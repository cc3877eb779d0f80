import type { Chance } from './random.ts';

/** How the alliance goes over a therapy, as the literature describes it; totals of the check-in, 12 to 60. */
export type CourseKind = 'stable-high' | 'rising' | 'rupture-and-repair' | 'slow-decline' | 'early-dropout';

const shares: readonly (readonly [CourseKind, number])[] = [
  ['stable-high', 0.4],
  ['rising', 0.25],
  ['rupture-and-repair', 0.15],
  ['slow-decline', 0.12],
  ['early-dropout', 0.08],
];

export function drawCourse(random: Chance): CourseKind {
  let left = random.next();
  for (const [kind, share] of shares) {
    left -= share;
    if (left < 0) return kind;
  }
  return 'stable-high';
}

const clamp = (value: number) => Math.max(12, Math.min(60, Math.round(value)));

/** One total for each session, oldest first. */
export function allianceTotals(kind: CourseKind, sessions: number, random: Chance): number[] {
  const start = {
    'stable-high': 52,
    rising: 42,
    'rupture-and-repair': 49,
    'slow-decline': 53,
    'early-dropout': 43,
  }[kind];
  const ownStart = start + random.noise(2.5);
  // The rupture lies in the middle: the beginning and the newest weeks are calm.
  const ruptureAt = Math.max(2, Math.floor(sessions * (0.35 + random.next() * 0.25)));
  return Array.from({ length: sessions }, (_, session) => {
    const progress = sessions > 1 ? session / (sessions - 1) : 0;
    return clamp(trend(kind, ownStart, progress, session - ruptureAt) + random.noise(1.2));
  });
}

function trend(kind: CourseKind, start: number, progress: number, sinceRupture: number): number {
  switch (kind) {
    case 'stable-high':
      // Ceiling: many clients soon mark the best answer nearly everywhere.
      return start + 6 * (1 - Math.exp(-4 * progress));
    case 'rising':
      return start + 13 * (1 - Math.exp(-2.5 * progress));
    case 'rupture-and-repair':
      return start + 4 * progress + ruptureDepth(sinceRupture);
    case 'slow-decline':
      return start - 11 * progress;
    case 'early-dropout':
      return start - 8 * progress;
  }
}

/** Down within one session, repaired over the next three. */
function ruptureDepth(sinceRupture: number): number {
  return [-16, -10, -4][sinceRupture] ?? 0;
}
