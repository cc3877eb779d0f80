import { MessagingModule } from '@attune/messaging';
import { DatabaseModule } from '@attune/platform';
import { Module } from '@nestjs/common';
import { AnalyseByRules } from './features/analyse-scores/analyse-by-rules.query.ts';
import { AnalyseScoresController } from './features/analyse-scores/analyse-scores.controller.ts';
import { FhirObservationsController } from './features/fhir-observations/fhir-observations.controller.ts';
import { FollowCareRelationshipsConsumer } from './features/follow-care-relationships/follow-care-relationships.consumer.ts';
import { FollowInstrumentsConsumer } from './features/follow-instruments/follow-instruments.consumer.ts';
import { FollowRuleSetsConsumer } from './features/follow-rule-sets/follow-rule-sets.consumer.ts';
import { KnownKeys } from './features/record-score/known-keys.ts';
import { RecordScoreConsumer } from './features/record-score/record-score.consumer.ts';
import { RecordScore } from './features/record-score/record-score.handler.ts';
import { ViewScoresController } from './features/view-scores/view-scores.controller.ts';
import { ViewScores } from './features/view-scores/view-scores.query.ts';
import { migrations } from './store/migrations/index.ts';

@Module({
  imports: [
    DatabaseModule.forService({ schema: 'scoring', migrations }),
    MessagingModule.forService({ name: 'scoring' }),
  ],
  controllers: [
    AnalyseScoresController,
    FhirObservationsController,
    FollowCareRelationshipsConsumer,
    FollowInstrumentsConsumer,
    FollowRuleSetsConsumer,
    RecordScoreConsumer,
    ViewScoresController,
  ],
  providers: [AnalyseByRules, KnownKeys, RecordScore, ViewScores],
})
export class ScoringModule {}
