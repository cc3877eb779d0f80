import { chance, type Chance } from './random.ts';

/** The total of the Attune check-in: 12 items from 1 to 5. */
export const scale = { min: 12, max: 60 } as const;

/**
 * What the courses assume, in points of the total. Means and spreads are those that client ratings of the working
 * alliance commonly show when they are carried over to 12–60: high, skewed to the top, more alike within a client than
 * between clients.
 */
export const assumptions = {
  mean: 48,
  betweenClients: 6,
  /** From session to session, beside what is measured wrongly. */
  occasion: 2.5,
  /** Reliability of a total: Hatcher & Gillaspy (2006) report 0.91 and more for the WAI-SR. */
  reliability: 0.91,
  /** Below this true level the alliance is weak, whether it fell or not. */
  weakBelow: 36,
  /** A fall of the true alliance by so much below the client's own level is a rupture or a decline. */
  matters: 5,
} as const;

/** Standard error of measurement: SD · √(1 − r), with the SD over clients and occasions. */
export const measurementError =
  Math.hypot(assumptions.betweenClients, assumptions.occasion) * Math.sqrt(1 - assumptions.reliability);

export const kinds = ['stable', 'rising', 'rupture', 'decline', 'dropout'] as const;
export type Kind = (typeof kinds)[number];

/** How often each kind is drawn. */
const shares: Readonly<Record<Kind, number>> = {
  stable: 0.4,
  rising: 0.25,
  rupture: 0.2,
  decline: 0.08,
  dropout: 0.07,
};

export interface Course {
  readonly kind: Kind;
  readonly scores: readonly number[];
  /** Episodes by number, null outside of one: what a detector should find. */
  readonly episode: readonly (number | null)[];
}

/** So many courses from a seed. */
export function drawCourses(count: number, seed: number): Course[] {
  const random = chance(seed);
  return Array.from({ length: count }, () => drawCourse(random));
}

function drawCourse(random: Chance): Course {
  const kind = drawKind(random);
  const sessions = kind === 'dropout' ? random.whole(4, 10) : random.whole(6, 30);
  const level = Math.min(58, random.normal(assumptions.mean, assumptions.betweenClients));
  const change = changes[kind](random, sessions);
  const truth = change.map(({ expected, event }) => level + expected + event);
  const scores = truth.map((value) => {
    const seen = value + random.normal(0, assumptions.occasion) + random.normal(0, measurementError);
    return Math.round(Math.min(scale.max, Math.max(scale.min, seen)));
  });
  const inEpisode = truth.map(
    (value, index) => (change[index]?.event ?? 0) <= -assumptions.matters || value < assumptions.weakBelow,
  );
  return { kind, scores, episode: numbered(inEpisode) };
}

function drawKind(random: Chance): Kind {
  let left = random.uniform();
  return kinds.find((kind) => (left -= shares[kind]) < 0) ?? 'stable';
}

/** What changes over the sessions: `expected` belongs to a course as it goes, `event` is what somebody should notice. */
interface Change {
  readonly expected: number;
  readonly event: number;
}

const calm = (sessions: number): Change[] =>
  Array.from({ length: sessions }, () => ({ expected: 0, event: 0 }));

const changes: Readonly<Record<Kind, (random: Chance, sessions: number) => Change[]>> = {
  stable: (_, sessions) => calm(sessions),

  rising(random, sessions) {
    const gain = random.between(3, 8);
    const pace = random.between(2, 6);
    return calm(sessions).map((change, index) => ({
      ...change,
      expected: gain * (1 - Math.exp(-index / pace)) - gain / 2,
    }));
  },

  /** One or two falls, each mended over the sessions that follow. */
  rupture(random, sessions) {
    const events = new Array<number>(sessions).fill(0);
    const ruptures = sessions > 14 && random.uniform() < 0.4 ? 2 : 1;
    for (let number = 0; number < ruptures; number += 1) {
      const half = Math.floor(sessions / ruptures);
      const onset = number * half + random.whole(2, Math.max(2, half - 3));
      const depth = random.between(6, 18);
      const lasts = random.whole(1, 3);
      const mends = random.whole(1, 3);
      for (let index = onset; index < Math.min(sessions, onset + lasts + mends); index += 1) {
        const mended = Math.max(0, index - onset - lasts + 1) / (mends + 1);
        events[index] = -depth * (1 - mended);
      }
    }
    return events.map((event) => ({ expected: 0, event }));
  },

  decline(random, sessions) {
    const from = random.whole(1, Math.floor(sessions / 3));
    const pace = random.between(0.5, 1.5);
    return calm(sessions).map((change, index) => ({ ...change, event: -Math.max(0, index - from) * pace }));
  },

  /** Falls in the last sessions, and then nobody comes any more. */
  dropout(random, sessions) {
    const lasts = random.whole(1, 3);
    const step = random.between(5, 10);
    return calm(sessions).map((change, index) => ({
      ...change,
      event: -Math.max(0, index - (sessions - 1 - lasts)) * step,
    }));
  },
};

function numbered(inEpisode: readonly boolean[]): (number | null)[] {
  let number = 0;
  return inEpisode.map((inside, index) => {
    if (!inside) return null;
    if (index > 0 && !inEpisode[index - 1]) number += 1;
    return number;
  });
}
