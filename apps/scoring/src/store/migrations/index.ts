import { messagingMigrations } from '@attune/messaging';
import { accessByCopyMigrations } from '@attune/platform';
import { CreateScores1763890000000 } from './1763890000000-create-scores.ts';

export const migrations = [...messagingMigrations, ...accessByCopyMigrations, CreateScores1763890000000];
