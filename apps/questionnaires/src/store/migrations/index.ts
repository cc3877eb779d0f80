import { messagingMigrations } from '@attune/messaging';
import { accessByCopyMigrations } from '@attune/platform';
import { CreateQuestionnaires1763890000000 } from './1763890000000-create-questionnaires.ts';

export const migrations = [
  ...messagingMigrations,
  ...accessByCopyMigrations,
  CreateQuestionnaires1763890000000,
];
