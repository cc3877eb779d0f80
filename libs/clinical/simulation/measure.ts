import { detectAll, type DetectorSpec } from '../src/index.ts';
import type { Course } from './courses.ts';
import { chance } from './random.ts';

/** At which scores of a course something alerts, for what no rule can say. */
export type Alarm = (scores: readonly number[]) => readonly boolean[];

/** Detectors that alert together: any of them is enough. */
export type Method = readonly (DetectorSpec | Alarm)[];

/** How one course fared. */
interface Counts {
  readonly episodes: number;
  readonly found: number;
  /** Sessions from the onset to the first alert, for each episode that was found. */
  readonly delays: readonly number[];
  readonly calmSessions: number;
  readonly falseAlerts: number;
}

export interface Measured {
  /** Share of the episodes with at least one alert while they lasted. */
  readonly sensitivity: number;
  readonly sensitivityInterval: Interval;
  /** Alerts in 100 sessions outside of any episode. */
  readonly falsePer100: number;
  readonly falseInterval: Interval;
  /** Median, in sessions; 0 is the session of the onset itself. */
  readonly delay: number;
  readonly delayInterval: Interval;
  readonly episodes: number;
  readonly sessions: number;
}

/** 95 % confidence. */
export type Interval = readonly [low: number, high: number];

/** Which sessions a method alerts at. */
export function alertsOf(method: Method, scores: readonly number[]): boolean[] {
  const said = method.map((each) => (typeof each === 'function' ? each(scores) : signals(each, scores)));
  return scores.map((_, index) => said.some((alarm) => alarm[index]));
}

const signals = (spec: DetectorSpec, scores: readonly number[]) =>
  detectAll(spec, 'higher-is-better', scores).map(({ outcome }) => outcome === 'signal');

function count(method: Method, { scores, truth }: Course): Counts {
  const alerts = alertsOf(method, scores);
  const numbers = [...new Set(truth.filter((each) => typeof each === 'number'))];
  const delays = numbers.flatMap((number) => {
    const onset = truth.indexOf(number);
    const first = alerts.findIndex((alert, index) => alert && truth[index] === number);
    return first < 0 ? [] : [first - onset];
  });
  const calm = truth.flatMap((each, index) => (each === 'calm' ? [alerts[index] === true] : []));
  return {
    episodes: numbers.length,
    found: delays.length,
    delays,
    calmSessions: calm.length,
    falseAlerts: calm.filter(Boolean).length,
  };
}

/** @param resamples of clients for the interval of the rate of false alerts; 0 leaves it out */
export function measure(method: Method, courses: readonly Course[], resamples = 0): Measured {
  const counts = courses.map((course) => count(method, course));
  const total = (of: (counts: Counts) => number) => counts.reduce((sum, each) => sum + of(each), 0);
  const [episodes, found] = [total((each) => each.episodes), total((each) => each.found)];
  const sessions = total((each) => each.calmSessions);
  const delays = counts.flatMap((each) => each.delays);
  const falsePer100 = (100 * total((each) => each.falseAlerts)) / sessions;
  return {
    sensitivity: found / episodes,
    sensitivityInterval: wilson(found, episodes),
    falsePer100,
    falseInterval: resamples === 0 ? [falsePer100, falsePer100] : bootstrap(counts, resamples),
    delay: median(delays),
    delayInterval: roundMedian(delays),
    episodes,
    sessions,
  };
}

/** Wilson (1927), Journal of the American Statistical Association 22:209–212. */
function wilson(found: number, of: number): Interval {
  const z = 1.959964;
  const share = found / of;
  const centre = share + (z * z) / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  return [(centre - reach) / whole, (centre + reach) / whole];
}

/** Clients are drawn, not sessions: those of one client belong together. */
function bootstrap(counts: readonly Counts[], resamples: number): Interval {
  const random = chance(7);
  const rates = Array.from({ length: resamples }, () => {
    let [alerts, sessions] = [0, 0];
    for (let drawn = 0; drawn < counts.length; drawn += 1) {
      const { falseAlerts, calmSessions } = counts[random.whole(0, counts.length - 1)] as Counts;
      alerts += falseAlerts;
      sessions += calmSessions;
    }
    return (100 * alerts) / sessions;
  }).toSorted((one, other) => one - other);
  return [rates[Math.floor(resamples * 0.025)] ?? 0, rates[Math.floor(resamples * 0.975)] ?? 0];
}

/**
 * Which of the ordered values the median lies between, whatever their distribution: the ranks of a binomial with one
 * half, by its normal approximation (Conover, Practical Nonparametric Statistics, 1999, section 3.2).
 */
function roundMedian(values: readonly number[]): Interval {
  const sorted = values.toSorted((one, other) => one - other);
  const reach = 1.959964 * Math.sqrt(sorted.length) * 0.5;
  const at = (rank: number) => sorted[Math.min(Math.max(Math.ceil(rank), 1), sorted.length) - 1] ?? 0;
  return [at(sorted.length / 2 - reach), at(sorted.length / 2 + reach + 1)];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
