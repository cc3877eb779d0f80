import {
  alertAcknowledged,
  alertRaised,
  alertRerouted,
  alertResolved,
  alertSignalAdded,
  alertSignalWithdrawn,
} from '@attune/contracts';
import type { Alert, AlertFact } from '../domain/alert.ts';

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
    case 'resolved': {
      const { by, outcome } = fact.resolution;
      return alertResolved.event({ ...envelope, data: { ...data, by, outcome } });
    }
  }
}

/** The whole alert as every event and the API tell it. */
export function alertData(alert: Alert) {
  const { alertId, clientId, concern, severity, status, recipientId, watcherIds, version } = alert;
  return {
    alertId,
    clientId,
    concern,
    severity,
    status,
    recipientId,
    watcherIds: [...watcherIds],
    signals: alert.signals.map(signalData),
    version,
    raisedAt: alert.raisedAt.toISOString(),
    changedAt: alert.changedAt.toISOString(),
    submittedAt: alert.submittedAt?.toISOString() ?? null,
  };
}

function signalData({ severity: _severity, detectedAt, ...signal }: Alert['signals'][number]) {
  return { ...signal, instrument: { ...signal.instrument }, detectedAt: detectedAt.toISOString() };
}
