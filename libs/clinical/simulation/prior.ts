import { drawCourses, type Course } from './courses.ts';

/** The first half of all courses: everything that is tuned is tuned on these. */
export const tuningCourses: readonly Course[] = drawCourses(2_000, 20_261_123);
/** The other half: everything that is reported is seen on these. */
export const drawReportCourses = () => drawCourses(2_000, 20_261_124);

export interface Prior {
  /** Of first totals over clients. */
  readonly mean: number;
  /** Standard deviation of usual levels between clients. */
  readonly between: number;
  /** Standard deviation of one client's totals where nothing happens. */
  readonly within: number;
}

/** What is known of a population before a client has answered, as a provider would read it from a history. */
export function estimate(courses: readonly Course[]): Prior {
  const first = courses.flatMap(({ scores }) => scores.slice(0, 1));
  const calm = courses.map(({ scores, truth }) => scores.filter((_, index) => truth[index] === 'calm'));
  const squares = calm.map((scores) => variance(scores) * (scores.length - 1));
  const freedom = calm.reduce((sum, scores) => sum + Math.max(0, scores.length - 1), 0);
  const within = Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / freedom);
  const between = Math.sqrt(variance(first) - within ** 2);
  return { mean: round(mean(first)), between: round(between), within: round(within) };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function variance(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

const round = (value: number) => Math.round(value * 10) / 10;

export const prior: Prior = estimate(tuningCourses);
