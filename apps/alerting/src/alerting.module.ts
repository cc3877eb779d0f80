import { MessagingModule } from '@attune/messaging';
import { DatabaseModule } from '@attune/platform';
import { Module } from '@nestjs/common';
import { AnswerAlertController } from './features/answer-alert/answer-alert.controller.ts';
import { ChangeAlert } from './features/change-alert.handler.ts';
import { KeepRuleSetsController } from './features/keep-rule-sets/keep-rule-sets.controller.ts';
import { KeepRuleSets } from './features/keep-rule-sets/keep-rule-sets.handler.ts';
import { PublishShipped } from './features/keep-rule-sets/publish-shipped.ts';
import { RulesInForceReader } from './features/record-scores/rules-in-force.reader.ts';
import { FollowPeopleConsumer } from './features/follow-people/follow-people.consumer.ts';
import { ReassignAlertController } from './features/reassign-alert/reassign-alert.controller.ts';
import { AlertDelay } from './features/record-scores/alert-delay.ts';
import { RecordRisksConsumer } from './features/record-risks/record-risks.consumer.ts';
import { RecordRisks } from './features/record-risks/record-risks.handler.ts';
import { RecordScoresConsumer } from './features/record-scores/record-scores.consumer.ts';
import { RecordScores } from './features/record-scores/record-scores.handler.ts';
import { RouteAlertsConsumer } from './features/route-alerts/route-alerts.consumer.ts';
import { RouteAlerts } from './features/route-alerts/route-alerts.handler.ts';
import { RouteAlertsSweep } from './features/route-alerts/route-alerts.sweep.ts';
import { ViewAlertsController } from './features/view-alerts/view-alerts.controller.ts';
import { ViewAlerts } from './features/view-alerts/view-alerts.query.ts';
import { TryRuleSetController } from './features/try-rule-set/try-rule-set.controller.ts';
import { TryRuleSet } from './features/try-rule-set/try-rule-set.query.ts';
import { migrations } from './store/migrations/index.ts';

@Module({
  imports: [
    DatabaseModule.forService({ schema: 'alerting', migrations }),
    MessagingModule.forService({ name: 'alerting' }),
  ],
  controllers: [
    AnswerAlertController,
    FollowPeopleConsumer,
    KeepRuleSetsController,
    ReassignAlertController,
    RecordRisksConsumer,
    RecordScoresConsumer,
    RouteAlertsConsumer,
    ViewAlertsController,
    TryRuleSetController,
  ],
  providers: [
    AlertDelay,
    ChangeAlert,
    KeepRuleSets,
    PublishShipped,
    RecordRisks,
    RecordScores,
    RouteAlerts,
    RouteAlertsSweep,
    RulesInForceReader,
    TryRuleSet,
    ViewAlerts,
  ],
})
export class AlertingModule {}
