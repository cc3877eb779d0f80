import { messagingMigrations } from '@attune/messaging';
import { AccessTables1761000000000, AskOnce1763900200000 } from '@attune/platform';
import { CreateScheduling1763900000000 } from './1763900000000-create-scheduling.ts';
import { ErasePeople1763900100000 } from './1763900100000-erase-people.ts';

export const migrations = [
  ...messagingMigrations,
  AccessTables1761000000000,
  CreateScheduling1763900000000,
  ErasePeople1763900100000,
  AskOnce1763900200000,
];
