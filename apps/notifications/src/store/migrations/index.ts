import { messagingMigrations } from '@attune/messaging';
import { accessByCopyMigrations } from '@attune/platform';
import { CreateNotifications1764000200000 } from './1764000200000-create-notifications.ts';

export const migrations = [
  ...messagingMigrations,
  ...accessByCopyMigrations,
  CreateNotifications1764000200000,
];
