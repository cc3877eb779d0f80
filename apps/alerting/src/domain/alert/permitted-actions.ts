import { allows, type AlertAction } from './alert-lifecycle.ts';
import type { Alert } from './alert.ts';
import { mayUndo } from './undo-answer.ts';

/** Who looks at an alert, and how they stand to its client now. */
export interface Viewer {
  readonly id: string;
  readonly roles: readonly string[];
  /** Treats the client now, as primary therapist or as cover. */
  readonly treats: boolean;
}

export const answers = ['acknowledge', 'start', 'snooze', 'resolve', 'reopen'] as const;
export type Answer = (typeof answers)[number];
export type PermittedActions = Readonly<Record<Answer | 'undo' | 'note' | 'reassign', boolean>>;
type Seen = Pick<
  Alert,
  'status' | 'concern' | 'pinnedRecipientId' | 'recipientId' | 'watcherIds' | 'escalation' | 'lastAnswer'
>;

/**
 * Whether the clinical answer is this person's: of whoever treats the client or was handed the alert by hand; of a
 * supervisor whom it was escalated to; of the clinic lead to whom it was escalated, or whom a safety alert without a
 * therapist has reached.
 */
export function mayAnswer(
  alert: Omit<Seen, 'status' | 'concern' | 'lastAnswer'>,
  { id, roles, treats }: Viewer,
): boolean {
  const clinician = roles.includes('therapist') || roles.includes('supervisor');
  if (clinician && (treats || alert.pinnedRecipientId === id)) return true;
  const { escalation } = alert;
  if (roles.includes('supervisor') && escalation !== null && alert.watcherIds.includes(id)) return true;
  return roles.includes('clinic-lead') && (alert.recipientId === id || escalation?.level === 'clinic-lead');
}

/** Where an alert goes is for operations; what is said and done about it is not. */
export function permittedActions(alert: Seen, viewer: Viewer): PermittedActions {
  const may = mayAnswer(alert, viewer);
  const can = (action: AlertAction) => may && allows(alert.status, action);
  return {
    acknowledge: can('acknowledge'),
    start: can('start'),
    snooze: can('snooze') && alert.concern !== 'safety',
    resolve: can('resolve'),
    reopen: can('reopen'),
    undo: may && mayUndo(alert, viewer.id),
    note: may,
    reassign: viewer.roles.includes('operations') && allows(alert.status, 'reassign'),
  };
}
