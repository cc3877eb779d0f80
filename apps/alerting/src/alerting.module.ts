import { MessagingModule } from '@attune/messaging';
import { DatabaseModule } from '@attune/platform';
import { Module } from '@nestjs/common';
import { AnswerAlertController } from './features/answer-alert/answer-alert.controller.ts';
import { ChangeAlert } from './features/change-alert.handler.ts';
import { FollowPeopleConsumer } from './features/follow-people/follow-people.consumer.ts';
import { ReassignAlertController } from './features/reassign-alert/reassign-alert.controller.ts';
import { AlertDelay } from './features/record-scores/alert-delay.ts';
import { RecordScoresConsumer } from './features/record-scores/record-scores.consumer.ts';
import { RecordScores } from './features/record-scores/record-scores.handler.ts';
import { RouteAlertsConsumer } from './features/route-alerts/route-alerts.consumer.ts';
import { RouteAlerts } from './features/route-alerts/route-alerts.handler.ts';
import { RouteAlertsSweep } from './features/route-alerts/route-alerts.sweep.ts';
import { ViewAlertsController } from './features/view-alerts/view-alerts.controller.ts';
import { ViewAlerts } from './features/view-alerts/view-alerts.query.ts';
import { ViewRulesController } from './features/view-rules/view-rules.controller.ts';
import { migrations } from './store/migrations/index.ts';

@Module({
  imports: [
    DatabaseModule.forService({ schema: 'alerting', migrations }),
    MessagingModule.forService({ name: 'alerting' }),
  ],
  controllers: [
    AnswerAlertController,
    FollowPeopleConsumer,
    ReassignAlertController,
    RecordScoresConsumer,
    RouteAlertsConsumer,
    ViewAlertsController,
    ViewRulesController,
  ],
  providers: [AlertDelay, ChangeAlert, RecordScores, RouteAlerts, RouteAlertsSweep, ViewAlerts],
})
export class AlertingModule {}
