import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Alert } from '../api/alerts.ts';
import { changeKept, holdKept, refreshKept } from '../api/kept-alerts.ts';
import { useUndo } from './undo.tsx';

interface Answer<Given> {
  readonly send: (alert: Alert, given: Given) => Promise<Alert>;
  /** What shows at once. */
  readonly change: (given: Given) => Partial<Alert>;
  /** What is said of it as long as it can be taken back. */
  readonly said: (name: string) => string;
  readonly back: (alert: Alert) => Promise<Alert>;
  readonly onAnswered?: () => void;
}

/** Something said about an alert: every page shows it at once, and for a while it can be taken back. */
export function useAnswer<Given>(alert: Alert, answer: Answer<Given>) {
  const queries = useQueryClient();
  const { offer } = useUndo();
  const { alertId } = alert;
  return useMutation({
    mutationFn: (given: Given) => answer.send(alert, given),
    onMutate: async (given) => {
      await holdKept(queries);
      changeKept(queries, alertId, (kept) => ({ ...kept, ...answer.change(given) }));
      return alert;
    },
    onError: (_error, _given, before) => {
      if (before) changeKept(queries, alertId, () => before);
    },
    onSuccess: async (answered) => {
      // A look that began before the platform had answered would bring the alert back as it was.
      await holdKept(queries);
      changeKept(queries, alertId, () => answered);
      offer({
        alert: answered,
        words: answer.said(answered.clientName ?? t`Client`),
        back: answer.back,
      });
      answer.onAnswered?.();
    },
    // A failure is told at once: without a connection a look takes long to fail, too.
    onSettled: (_, error) => (error ? void refreshKept(queries) : refreshKept(queries)),
  });
}
