import { messagingMigrations } from '@attune/messaging';
import {
  AccessTables1761000000000,
  AskOnce1763900200000,
  CareRelationshipCopy1761000001000,
} from '@attune/platform';
import { CreateCaseload1763890000000 } from './1763890000000-create-caseload.ts';

export const migrations = [
  ...messagingMigrations,
  AccessTables1761000000000,
  CareRelationshipCopy1761000001000,
  CreateCaseload1763890000000,
  AskOnce1763900200000,
];
