import { messagingMigrations } from '@attune/messaging';
import { accessByCopyMigrations } from '@attune/platform';
import { CreateScores1763890000000 } from './1763890000000-create-scores.ts';
import { CopyRuleSets1763900200000 } from './1763900200000-copy-rule-sets.ts';
import { KeepKeyHash1763900400000 } from './1763900400000-keep-key-hash.ts';
import { TellCorrections1764310000000 } from './1764310000000-tell-corrections.ts';

export const migrations = [
  ...messagingMigrations,
  ...accessByCopyMigrations,
  CreateScores1763890000000,
  CopyRuleSets1763900200000,
  KeepKeyHash1763900400000,
  TellCorrections1764310000000,
];
