import { messagingMigrations } from '@attune/messaging';
import { accessByCopyMigrations } from '@attune/platform';
import { CreateCaseload1763890000000 } from './1763890000000-create-caseload.ts';

export const migrations = [...messagingMigrations, ...accessByCopyMigrations, CreateCaseload1763890000000];
