import type { Alert } from '../api/alerts.ts';

const gravity = { high: 0, medium: 1, low: 2 } as const;

type Told = Pick<Alert, 'raisedAt'> & {
  readonly signals: readonly Pick<Alert['signals'][number], 'detectedAt' | 'withdrawn'>[];
};

/** When it last had something new to say. */
export const lastSignal = ({ signals, raisedAt }: Told): string =>
  signals
    .filter(({ withdrawn }) => !withdrawn)
    .reduce((latest, { detectedAt }) => (detectedAt > latest ? detectedAt : latest), raisedAt);

/** Whether something new has come since somebody took it in hand: the list does not move for it, so it is marked. */
export const signalledSince = (alert: Told & Pick<Alert, 'status' | 'acknowledgedAt'>): boolean =>
  (alert.status === 'acknowledged' || alert.status === 'in-progress') &&
  alert.acknowledgedAt !== null &&
  lastSignal(alert) > alert.acknowledgedAt;

type Ranked = Pick<
  Alert,
  'concern' | 'recipientId' | 'status' | 'severity' | 'acknowledgeBy' | 'escalation'
> &
  Told;

/** What has gone all the way up has no deadline any more: nothing is later. */
const deadline = ({ status, acknowledgeBy, escalation }: Ranked) => {
  if (status !== 'open') return Infinity;
  if (acknowledgeBy !== null) return Date.parse(acknowledgeBy);
  return escalation === null ? Infinity : 0;
};

/**
 * Who needs somebody first: safety, then what nobody has been assigned to, then what nobody has answered, then the
 * gravest, then what has gone up, then what is late or will be first, then the newest signal.
 */
export function rankAlerts<Item extends Ranked>(alerts: readonly Item[]): Item[] {
  const place = (alert: Item) => [
    alert.concern === 'safety' && alert.status === 'open' ? 0 : 1,
    alert.recipientId === null ? 0 : 1,
    alert.status === 'open' ? 0 : 1,
    gravity[alert.severity],
    alert.status === 'open' && alert.escalation !== null ? 0 : 1,
    deadline(alert),
  ];
  return alerts.toSorted((one, other) => {
    const [mine, theirs] = [place(one), place(other)];
    const first = mine.findIndex((value, index) => value !== theirs[index]);
    if (first >= 0) return (mine[first] ?? 0) - (theirs[first] ?? 0);
    return Date.parse(lastSignal(other)) - Date.parse(lastSignal(one));
  });
}
