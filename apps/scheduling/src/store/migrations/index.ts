import { messagingMigrations } from '@attune/messaging';
import { AccessTables1761000000000 } from '@attune/platform';
import { CreateScheduling1763900000000 } from './1763900000000-create-scheduling.ts';

export const migrations = [...messagingMigrations, AccessTables1761000000000, CreateScheduling1763900000000];
