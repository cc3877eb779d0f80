import { messagingMigrations } from '@attune/messaging';
import { accessByCopyMigrations } from '@attune/platform';
import { CreateAlerts1763890000000 } from './1763890000000-create-alerts.ts';
import { KeepNotesApart1763900100000 } from './1763900100000-keep-notes-apart.ts';
import { KeepRuleSets1763900200000 } from './1763900200000-keep-rule-sets.ts';
import { LeadsAnswerSafety1763900300000 } from './1763900300000-leads-answer-safety.ts';
import { FollowAlertsUp1764000300000 } from './1764000300000-follow-alerts-up.ts';
import { KnowScales1764300000000 } from './1764300000000-know-scales.ts';
import { RememberLastAnswer1764500000000 } from './1764500000000-remember-last-answer.ts';

export const migrations = [
  ...messagingMigrations,
  ...accessByCopyMigrations,
  CreateAlerts1763890000000,
  KeepNotesApart1763900100000,
  KeepRuleSets1763900200000,
  LeadsAnswerSafety1763900300000,
  FollowAlertsUp1764000300000,
  KnowScales1764300000000,
  RememberLastAnswer1764500000000,
];
