import { CreateScores1763890000000 } from './1763890000000-create-scores.ts';

export const migrations = [CreateScores1763890000000];
