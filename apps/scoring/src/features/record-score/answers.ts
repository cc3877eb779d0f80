import type { Answer } from '@attune/clinical';
import type { Score } from '../../domain/score.ts';

type Response = Omit<Score, 'scoreId' | 'scales' | 'engine' | 'keyHash'>;

export interface SubmittedAnswers extends Response {
  readonly items: readonly Answer[];
}

export interface VoidedAnswers extends Pick<Response, 'responseId' | 'clientId' | 'instrument'> {
  readonly voidedAt: string;
}
