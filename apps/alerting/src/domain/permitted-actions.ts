import { allows } from './alert-lifecycle.ts';
import type { Alert } from './alert.ts';

/** Who looks at an alert, and how they stand to its client now. */
export interface Viewer {
  readonly id: string;
  readonly roles: readonly string[];
  /** Treats the client now, as primary therapist or as cover. */
  readonly treats: boolean;
}

export interface PermittedActions {
  readonly acknowledge: boolean;
  readonly resolve: boolean;
  readonly reassign: boolean;
}

/**
 * The clinical answer is for whoever treats the client or was handed the alert by hand, and for the clinic lead whom a
 * safety alert without a therapist has reached; where it goes is for operations.
 */
export function permittedActions(
  alert: Pick<Alert, 'status' | 'pinnedRecipientId' | 'recipientId'>,
  { id, roles, treats }: Viewer,
): PermittedActions {
  const clinician = roles.includes('therapist') || roles.includes('supervisor');
  const leads = roles.includes('clinic-lead') && alert.recipientId === id;
  const answers = leads || (clinician && (treats || alert.pinnedRecipientId === id));
  return {
    acknowledge: answers && allows(alert.status, 'acknowledge'),
    resolve: answers && allows(alert.status, 'resolve'),
    reassign: roles.includes('operations') && allows(alert.status, 'reassign'),
  };
}
