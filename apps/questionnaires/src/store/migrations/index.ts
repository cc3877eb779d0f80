import { messagingMigrations } from '@attune/messaging';
import { accessByCopyMigrations } from '@attune/platform';
import { CorrectKeys1763900200000 } from './1763900200000-correct-keys.ts';
import { CreateQuestionnaires1763890000000 } from './1763890000000-create-questionnaires.ts';
import { Cadence1764000000000 } from './1764000000000-cadence.ts';
import { KeepFhirResources1763900600000 } from './1763900600000-keep-fhir-resources.ts';
import { ClientForm1764000100000 } from './1764000100000-client-form.ts';
import { MintedLinks1764000200000 } from './1764000200000-minted-links.ts';
import { SettleBesideLink1764500200000 } from './1764500200000-settle-beside-link.ts';
import { ReachClients1764500300000 } from './1764500300000-reach-clients.ts';
import { TakeLateAnswers1764500400000 } from './1764500400000-take-late-answers.ts';
import { IndexStanding1764590000000 } from './1764590000000-index-standing.ts';

export const migrations = [
  ...messagingMigrations,
  ...accessByCopyMigrations,
  CreateQuestionnaires1763890000000,
  CorrectKeys1763900200000,
  KeepFhirResources1763900600000,
  Cadence1764000000000,
  ClientForm1764000100000,
  MintedLinks1764000200000,
  SettleBesideLink1764500200000,
  ReachClients1764500300000,
  TakeLateAnswers1764500400000,
  IndexStanding1764590000000,
];
