import {
  alertAcknowledged,
  alertAnswerWithdrawn,
  alertEscalated,
  alertRaised,
  alertReopened,
  alertRepairObserved,
  alertRerouted,
  alertResolved,
  alertSignalAdded,
  alertSignalWithdrawn,
  alertSnoozed,
  alertStarted,
} from '@attune/contracts';
import type { Alert, AlertFact } from '../domain/alert/alert.ts';
import type { AttendanceSignal, Signal } from '../domain/alert/signal.ts';

/** The one place where what happened to an alert becomes an event for others. Notes stay here. */
export function alertEvent(fact: AlertFact) {
  const { alert } = fact;
  const data = alertData(alert);
  const envelope = { key: alert.clientId, subject: alert.alertId, time: alert.changedAt };
  switch (fact.type) {
    case 'raised':
      return alertRaised.event({ ...envelope, data });
    case 'signal-added':
      return alertSignalAdded.event({ ...envelope, data });
    case 'signal-withdrawn':
      return alertSignalWithdrawn.event({ ...envelope, data });
    case 'rerouted':
      return alertRerouted.event({
        ...envelope,
        data: { ...data, previousRecipientId: fact.previousRecipientId },
      });
    case 'acknowledged':
      return alertAcknowledged.event({ ...envelope, data: { ...data, by: fact.by } });
    case 'started':
      return alertStarted.event({ ...envelope, data: { ...data, by: fact.by } });
    case 'snoozed':
      return alertSnoozed.event({ ...envelope, data: { ...data, by: fact.by } });
    case 'reopened':
      return alertReopened.event({ ...envelope, data: { ...data, by: fact.by } });
    case 'answer-withdrawn': {
      const answeredAt = fact.given.toISOString();
      return alertAnswerWithdrawn.event({ ...envelope, data: { ...data, by: fact.by, answeredAt } });
    }
    case 'escalated':
      return alertEscalated.event({ ...envelope, data });
    case 'repair-observed':
      return alertRepairObserved.event({ ...envelope, data });
    case 'resolved': {
      const { by, outcome } = fact.resolution;
      return alertResolved.event({ ...envelope, data: { ...data, by, outcome } });
    }
  }
}

/** The whole alert as every event tells it. Somebody who works on it has acknowledged it. */
export function alertData(alert: Alert) {
  const { status } = alert;
  return {
    ...alertFacts(alert),
    status: status === 'in-progress' ? ('acknowledged' as const) : status,
  };
}

/** What the events and the API have in common. */
export function alertFacts(alert: Alert) {
  const { alertId, clientId, concern, severity, recipientId, watcherIds, version } = alert;
  const { escalation, repair } = alert;
  return {
    alertId,
    clientId,
    concern,
    severity,
    recipientId,
    watcherIds: [...watcherIds],
    signals: alert.signals.map(signalData),
    version,
    raisedAt: alert.raisedAt.toISOString(),
    changedAt: alert.changedAt.toISOString(),
    submittedAt: instant(alert.submittedAt),
    acknowledgeBy: instant(alert.acknowledgeBy),
    escalation: escalation && { level: escalation.level, at: escalation.at.toISOString() },
    inProgressSince: instant(alert.startedAt),
    snoozedUntil: instant(alert.snoozedUntil),
    attendance: alert.attendance.map(attendanceData),
    repair: repair && { status: repair.status, scores: repair.scores },
  };
}

const instant = (at: Date | null) => at?.toISOString() ?? null;

function attendanceData({
  severity: _severity,
  subjectId: _subject,
  since,
  detectedAt,
  ...signal
}: AttendanceSignal) {
  return { ...signal, since: since.toISOString(), detectedAt: detectedAt.toISOString() };
}

function signalData({ severity: _severity, detectedAt, ...signal }: Signal) {
  return { ...signal, instrument: { ...signal.instrument }, detectedAt: detectedAt.toISOString() };
}
