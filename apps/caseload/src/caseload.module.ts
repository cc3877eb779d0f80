import { MessagingModule } from '@attune/messaging';
import { DatabaseModule } from '@attune/platform';
import { Module } from '@nestjs/common';
import { FollowAlertsConsumer } from './features/follow-alerts/follow-alerts.consumer.ts';
import { AssignTherapist } from './features/follow-care-relationships/assign-therapist.handler.ts';
import { AssignTherapistSweep } from './features/follow-care-relationships/assign-therapist.sweep.ts';
import { FollowCareRelationshipsConsumer } from './features/follow-care-relationships/follow-care-relationships.consumer.ts';
import { FollowInstrumentsConsumer } from './features/follow-instruments/follow-instruments.consumer.ts';
import { FollowPeopleConsumer } from './features/follow-people/follow-people.consumer.ts';
import { FollowScoresConsumer } from './features/follow-scores/follow-scores.consumer.ts';
import { FollowSessionsConsumer } from './features/follow-sessions/follow-sessions.consumer.ts';
import { ListClientsController } from './features/list-clients/list-clients.controller.ts';
import { ListClients } from './features/list-clients/list-clients.query.ts';
import { ViewCourseController } from './features/view-course/view-course.controller.ts';
import { ViewCourse } from './features/view-course/view-course.query.ts';
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
    FollowScoresConsumer,
    FollowSessionsConsumer,
    ListClientsController,
    ViewCourseController,
  ],
  providers: [AssignTherapist, AssignTherapistSweep, Freshness, ListClients, ViewCourse],
})
export class CaseloadModule {}
