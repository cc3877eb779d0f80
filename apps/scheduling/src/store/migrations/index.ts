import { messagingMigrations } from '@attune/messaging';
import { accessMigrations } from '@attune/platform';
import { CreateScheduling1763900000000 } from './1763900000000-create-scheduling.ts';
import { ErasePeople1763900100000 } from './1763900100000-erase-people.ts';
import { PlanAroundTheClinic1764000000000 } from './1764000000000-plan-around-the-clinic.ts';

export const migrations = [
  ...messagingMigrations,
  ...accessMigrations,
  CreateScheduling1763900000000,
  ErasePeople1763900100000,
  PlanAroundTheClinic1764000000000,
];
