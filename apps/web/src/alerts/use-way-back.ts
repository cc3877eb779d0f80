import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Alert } from '../api/alerts.ts';
import { changeKept, holdKept, refreshKept } from '../api/kept-alerts.ts';

/** Takes back what was said about an alert, on every page that shows it. */
export function useWayBack(alert: Alert, back: (alert: Alert) => Promise<Alert>, onBack?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => back(alert),
    onSuccess: async (answered) => {
      // A look that began before the platform had answered would bring the alert back as it was.
      await holdKept(queries);
      changeKept(queries, alert.alertId, () => answered);
      onBack?.();
    },
    // A failure is told at once: without a connection a look takes long to fail, too.
    onSettled: (_, error) => (error ? void refreshKept(queries) : refreshKept(queries)),
  });
}
