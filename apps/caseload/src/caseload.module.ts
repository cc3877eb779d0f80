import { MessagingModule } from '@attune/messaging';
import { DatabaseModule } from '@attune/platform';
import { Module } from '@nestjs/common';
import { FollowAlertsConsumer } from './features/follow-alerts/follow-alerts.consumer.ts';
import { FollowRequestsConsumer } from './features/follow-answers/follow-requests.consumer.ts';
import { FollowResponsesConsumer } from './features/follow-answers/follow-responses.consumer.ts';
import { FollowCareRelationshipsConsumer } from './features/follow-care-relationships/follow-care-relationships.consumer.ts';
import { FollowInstrumentsConsumer } from './features/follow-instruments/follow-instruments.consumer.ts';
import { FollowPeopleConsumer } from './features/follow-people/follow-people.consumer.ts';
import { FollowRuleSetsConsumer } from './features/follow-rule-sets/follow-rule-sets.consumer.ts';
import { FollowScoresConsumer } from './features/follow-scores/follow-scores.consumer.ts';
import { FollowSessionsConsumer } from './features/follow-sessions/follow-sessions.consumer.ts';
import { ExportClientsController } from './features/export-clients/export-clients.controller.ts';
import { KeepBoardController } from './features/keep-board/keep-board.controller.ts';
import { ListAllianceScalesController } from './features/list-alliance-scales/list-alliance-scales.controller.ts';
import { ListClientsController } from './features/list-clients/list-clients.controller.ts';
import { ListClients } from './features/list-clients/list-clients.query.ts';
import { ReassessClient } from './features/reassess-clients/reassess-client.handler.ts';
import { ReassessClientsSweep } from './features/reassess-clients/reassess-clients.sweep.ts';
import { ListTreatingController } from './features/list-treating/list-treating.controller.ts';
import { ViewCourseController } from './features/view-course/view-course.controller.ts';
import { ViewCourse } from './features/view-course/view-course.query.ts';
import { ViewDayController } from './features/view-day/view-day.controller.ts';
import { ViewTherapistsController } from './features/view-therapists/view-therapists.controller.ts';
import { ViewTrendsController } from './features/view-trends/view-trends.controller.ts';
import { Freshness } from './freshness.ts';
import { migrations } from './store/migrations/index.ts';

@Module({
  imports: [
    DatabaseModule.forService({ schema: 'caseload', migrations }),
    MessagingModule.forService({ name: 'caseload', lingerMs: 100 }),
  ],
  controllers: [
    FollowAlertsConsumer,
    FollowCareRelationshipsConsumer,
    FollowInstrumentsConsumer,
    FollowPeopleConsumer,
    FollowRequestsConsumer,
    FollowResponsesConsumer,
    FollowRuleSetsConsumer,
    FollowScoresConsumer,
    FollowSessionsConsumer,
    ExportClientsController,
    KeepBoardController,
    ListAllianceScalesController,
    ListClientsController,
    ListTreatingController,
    ViewCourseController,
    ViewDayController,
    ViewTherapistsController,
    ViewTrendsController,
  ],
  providers: [Freshness, ListClients, ReassessClient, ReassessClientsSweep, ViewCourse],
})
export class CaseloadModule {}
