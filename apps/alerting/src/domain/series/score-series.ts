import { isRecent } from './is-recent.ts';
/** One score of a client's series, placed by the time at which the client answered. */
export interface ScorePoint {
  readonly responseId: string;
  readonly instrument: { readonly url: string; readonly version: string };
  readonly scale: string;
  readonly value: number;
  readonly answeredAt: Date;
  readonly submittedAt: Date;
}

export const isNews = ({ answeredAt }: Pick<ScorePoint, 'answeredAt'>, now: Date) =>
  isRecent(answeredAt, now);

type Place = Pick<ScorePoint, 'answeredAt' | 'submittedAt' | 'responseId'>;

const compare = (one: Place, other: Place) =>
  one.answeredAt.getTime() - other.answeredAt.getTime() ||
  one.submittedAt.getTime() - other.submittedAt.getTime() ||
  (one.responseId < other.responseId ? -1 : Number(one.responseId > other.responseId));

/** In the order of the answers, whatever the order of arrival. */
export const inOrder = (points: readonly ScorePoint[]): ScorePoint[] => points.toSorted(compare);

export const comesAfter = (one: Place, other: Place) => compare(one, other) > 0;
