import { MessagingModule } from '@attune/messaging';
import { DatabaseModule } from '@attune/platform';
import { Module } from '@nestjs/common';
import { FollowCareRelationshipsConsumer } from './features/follow-care-relationships/follow-care-relationships.consumer.ts';
import { FollowInstrumentsConsumer } from './features/follow-instruments/follow-instruments.consumer.ts';
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
    FollowCareRelationshipsConsumer,
    FollowInstrumentsConsumer,
    RecordScoreConsumer,
    ViewScoresController,
  ],
  providers: [RecordScore, ViewScores],
})
export class ScoringModule {}
