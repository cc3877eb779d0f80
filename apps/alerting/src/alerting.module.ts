import { MessagingModule } from '@attune/messaging';
import { DatabaseModule } from '@attune/platform';
import { Module } from '@nestjs/common';
import { AcknowledgeAlertsController } from './features/acknowledge-alerts/acknowledge-alerts.controller.ts';
import { AlertSettings } from './features/alert-settings.ts';
import { ConcludeAlerts } from './features/conclude-alerts.ts';
import { ElapseAlertsSweep } from './features/elapse-alerts/elapse-alerts.sweep.ts';
import { FollowClinicConsumer } from './features/follow-clinic/follow-clinic.consumer.ts';
import { FollowInstrumentsConsumer } from './features/follow-instruments/follow-instruments.consumer.ts';
import { FollowUpAlertController } from './features/follow-up-alert/follow-up-alert.controller.ts';
import { KeepAlertPolicyController } from './features/keep-alert-policy/keep-alert-policy.controller.ts';
import { NoteAlertController } from './features/note-alert/note-alert.controller.ts';
import { RecordAttendanceConsumer } from './features/record-attendance/record-attendance.consumer.ts';
import { RecordAttendance } from './features/record-attendance/record-attendance.handler.ts';
import { ReportUsefulnessController } from './features/report-usefulness/report-usefulness.controller.ts';
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
    // Before the routes with an id in their place.
    AcknowledgeAlertsController,
    AnswerAlertController,
    FollowClinicConsumer,
    FollowInstrumentsConsumer,
    FollowPeopleConsumer,
    FollowUpAlertController,
    KeepAlertPolicyController,
    KeepRuleSetsController,
    NoteAlertController,
    ReassignAlertController,
    RecordAttendanceConsumer,
    RecordRisksConsumer,
    RecordScoresConsumer,
    ReportUsefulnessController,
    RouteAlertsConsumer,
    ViewAlertsController,
    TryRuleSetController,
  ],
  providers: [
    AlertDelay,
    AlertSettings,
    ChangeAlert,
    ConcludeAlerts,
    ElapseAlertsSweep,
    KeepRuleSets,
    PublishShipped,
    RecordAttendance,
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
