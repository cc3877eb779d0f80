import { messagingMigrations } from '@attune/messaging';
import {
  AccessTables1761000000000,
  AskOnce1763900200000,
  CareRelationshipCopy1761000001000,
} from '@attune/platform';
import { CreateAlerts1763890000000 } from './1763890000000-create-alerts.ts';
import { KeepNotesApart1763900100000 } from './1763900100000-keep-notes-apart.ts';

export const migrations = [
  ...messagingMigrations,
  AccessTables1761000000000,
  CareRelationshipCopy1761000001000,
  CreateAlerts1763890000000,
  KeepNotesApart1763900100000,
  AskOnce1763900200000,
];
