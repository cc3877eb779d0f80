import { messagingMigrations } from '@attune/messaging';
import {
  AccessTables1761000000000,
  AskOnce1763900200000,
  CareRelationshipCopy1761000001000,
} from '@attune/platform';
import { CreateScores1763890000000 } from './1763890000000-create-scores.ts';

export const migrations = [
  ...messagingMigrations,
  AccessTables1761000000000,
  CareRelationshipCopy1761000001000,
  CreateScores1763890000000,
  AskOnce1763900200000,
];
