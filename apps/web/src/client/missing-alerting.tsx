import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { clientAlertsQuery, rulesQuery } from '../api/alerts.ts';
import { Failed, Loading } from '../shell/states.tsx';
import { awaited } from '../shell/use-together.ts';

/** What alerting knows of a client; a page without it must not look as if nothing waited. */
export function useAlerting(clientId: string) {
  const alerts = useQuery(clientAlertsQuery(clientId));
  const rules = useQuery(rulesQuery);
  return {
    alerts: alerts.data,
    rules: rules.data?.items,
    pending: awaited([alerts, rules]),
    known: alerts.isSuccess && rules.isSuccess,
    noAlerts: alerts.error ?? (alerts.isPending ? alerts.failureReason : null),
    noRules: rules.error ?? (rules.isPending ? rules.failureReason : null),
    refetch: () => Promise.all([alerts.refetch(), rules.refetch()]),
  };
}
export type Alerting = ReturnType<typeof useAlerting>;

/** Says what is not known of the client, where it would stand. */
export function MissingAlerting({ of: { pending, noAlerts, noRules, refetch } }: { readonly of: Alerting }) {
  if (pending) return <Loading rows={2} label={t`Loading the alerts`} />;
  const error = noAlerts ?? noRules;
  if (!error) return null;
  return <Failed title={missing(noAlerts, noRules)} error={error} onRetry={() => void refetch()} />;
}

function missing(noAlerts: Error | null, noRules: Error | null): string {
  if (!noRules)
    return t`The alerts could not be fetched: whether one waits is not known, and no rupture is marked.`;
  if (!noAlerts) return t`The cut-offs could not be fetched: weak scores are not marked.`;
  return t`Alerts and cut-offs could not be fetched: whether an alert waits is not known, and neither ruptures nor weak scores are marked.`;
}
