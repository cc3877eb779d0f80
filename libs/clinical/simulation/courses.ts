import { chance, type Chance } from './random.ts';
import { assumed, kinds, measurementError, scale, type Kind, type World } from './world.ts';

export interface Course {
  readonly kind: Kind;
  readonly scores: readonly number[];
  /** For each session the episode that it lies in, by number: what a detector should find. */
  readonly truth: readonly (number | 'calm' | 'weak')[];
}

/** So many courses from a seed. */
export function drawCourses(count: number, seed: number, world: World = assumed): Course[] {
  const random = chance(seed);
  return Array.from({ length: count }, () => drawCourse(random, world));
}

function drawCourse(random: Chance, world: World): Course {
  const kind = drawKind(random, world);
  const sessions = kind === 'dropout' ? random.whole(4, 10) : random.whole(6, 30);
  const level = drawLevel(random, world);
  const change = changes[kind](random, sessions);
  const truth = change.map(({ expected, event }) => Math.min(scale.max, level + expected) + event);
  const error = measurementError(world);
  const scores = truth.map((value) => {
    const seen = value + random.normal(0, world.occasion) + random.normal(0, error);
    return Math.round(Math.min(scale.max, Math.max(scale.min, seen)));
  });
  const { matters, weakBelow, weakCounts } = world;
  const inEpisode = truth.map(
    (value, index) =>
      (change[index]?.event ?? 0) <= -matters || (weakCounts === 'found' && value < weakBelow),
  );
  const undecided = truth.map((value) => weakCounts === 'neither' && value < weakBelow);
  return { kind, scores, truth: numbered(inEpisode, undecided) };
}

function drawKind(random: Chance, { shares }: World): Kind {
  let left = random.uniform();
  return kinds.find((kind) => (left -= shares[kind]) < 0) ?? 'stable';
}

/** A client's usual level: skewed ones lie as far below the top as a log-normal with this mean and spread says. */
function drawLevel(random: Chance, { mean, betweenClients, levels }: World): number {
  if (levels === 'normal') return Math.min(scale.max, random.normal(mean, betweenClients));
  const below = scale.max - mean;
  const variance = Math.log(1 + (betweenClients / below) ** 2);
  return scale.max - Math.exp(random.normal(Math.log(below) - variance / 2, Math.sqrt(variance)));
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

function numbered(inEpisode: readonly boolean[], weak: readonly boolean[]): Course['truth'] {
  let number = 0;
  return inEpisode.map((inside, index) => {
    if (!inside) return weak[index] ? 'weak' : 'calm';
    if (index > 0 && !inEpisode[index - 1]) number += 1;
    return number;
  });
}
