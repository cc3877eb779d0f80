import { messagingMigrations } from '@attune/messaging';
import { accessByCopyMigrations } from '@attune/platform';
import { CreateNotifications1764000200000 } from './1764000200000-create-notifications.ts';
import { ForgetWhatIsOver1764400000000 } from './1764400000000-forget-what-is-over.ts';
import { ReachClients1764500100000 } from './1764500100000-reach-clients.ts';

export const migrations = [
  ...messagingMigrations,
  ...accessByCopyMigrations,
  CreateNotifications1764000200000,
  ForgetWhatIsOver1764400000000,
  ReachClients1764500100000,
];
