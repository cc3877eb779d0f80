import { messagingMigrations } from '@attune/messaging';
import { accessByCopyMigrations } from '@attune/platform';
import { CreateCaseload1763890000000 } from './1763890000000-create-caseload.ts';
import { AddEngagement1763900000000 } from './1763900000000-add-engagement.ts';
import { AddTrends1763980000000 } from './1763980000000-add-trends.ts';
import { IndexBoard1763985000000 } from './1763985000000-index-board.ts';
import { NotReached1764500300000 } from './1764500300000-not-reached.ts';
import { PlanAhead1764510000000 } from './1764510000000-plan-ahead.ts';
import { FollowRuleSets1764520000000 } from './1764520000000-follow-rule-sets.ts';
import { CompareInstances1764530000000 } from './1764530000000-compare-instances.ts';
import { SortByTherapist1764540000000 } from './1764540000000-sort-by-therapist.ts';
import { KeepBoards1764550000000 } from './1764550000000-keep-boards.ts';
import { SafetyFirst1764560000000 } from './1764560000000-safety-first.ts';
import { NameTheScale1764570000000 } from './1764570000000-name-the-scale.ts';
import { NameViews1764580000000 } from './1764580000000-name-views.ts';
import { OrderOfTherapist1764590000000 } from './1764590000000-order-of-therapist.ts';

export const migrations = [
  ...messagingMigrations,
  ...accessByCopyMigrations,
  CreateCaseload1763890000000,
  AddEngagement1763900000000,
  AddTrends1763980000000,
  IndexBoard1763985000000,
  NotReached1764500300000,
  PlanAhead1764510000000,
  FollowRuleSets1764520000000,
  CompareInstances1764530000000,
  SortByTherapist1764540000000,
  KeepBoards1764550000000,
  SafetyFirst1764560000000,
  NameTheScale1764570000000,
  NameViews1764580000000,
  OrderOfTherapist1764590000000,
];
