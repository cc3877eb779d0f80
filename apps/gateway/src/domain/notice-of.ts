import { type AddressedNotice, alertNotice, clientNotice } from './notice.ts';

/** As much of an event as a notice is made from. */
export interface PublicEvent {
  type: string;
  /** The event's number within its topic and key. */
  sequence: number;
  data: Readonly<Record<string, unknown>>;
}

/** The topics whose events become notices. */
export const noticedTopics = [
  'attune.public.alerts',
  'attune.public.scores',
  'attune.public.responses',
  'attune.public.sessions',
] as const;

/** From which it is known in whose care a client is. */
export const careTopic = 'attune.public.care-relationships';

/** A page shows who needs somebody at once; that somebody has answered may come a moment later. */
export const unhurriedTopics = noticedTopics.filter((topic) => topic !== 'attune.public.alerts');

/**
 * What is told about an event.
 * @param carersOf those in whose care a client is now
 * @returns undefined for an event that says nothing a page shows, or that a newer version says differently: the
 *   page asks the API anyway when somebody looks, and a broken notice must not stop those that follow
 */
export function noticeOf(
  { type, sequence, data }: PublicEvent,
  carersOf: (clientId: string) => ReadonlySet<string>,
): AddressedNotice | undefined {
  if (type.startsWith('attune.alerting.')) {
    const { alertId, version, recipientId, previousRecipientId, watcherIds } = data;
    if (typeof alertId !== 'string' || typeof version !== 'number') return undefined;
    return alertNotice({
      alertId,
      version,
      recipientId: text(recipientId),
      previousRecipientId: text(previousRecipientId),
      watcherIds: Array.isArray(watcherIds) ? watcherIds.filter((id) => typeof id === 'string') : [],
    });
  }
  const { clientId } = data;
  return typeof clientId === 'string' ? clientNotice(clientId, sequence, carersOf(clientId)) : undefined;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
