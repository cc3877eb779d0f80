import { Stack } from '@mantine/core';
import { useState } from 'react';
import type { Alert } from '../api/alerts.ts';
import { AlertCard } from './alert-card.tsx';

interface Props {
  readonly alerts: readonly Alert[];
  /** Closed alerts stand here too. */
  readonly closedToo?: boolean;
  /** Which one is open, where the page keeps that itself; otherwise the list does. */
  readonly opened?: string | null;
  readonly onOpen?: (alertId: string | null) => void;
  /** A card is about to go: the focus needs another place. */
  readonly onResolved?: () => void;
}

/**
 * Alerts as cards, of which one is open. One that is being closed is out of sight at once; until the platform has taken
 * it in it keeps what was written, for the case that it comes back.
 */
export function AlertList({ alerts, closedToo = false, opened, onOpen, onResolved }: Props) {
  const [own, setOwn] = useState<string | null>(null);
  const open = opened === undefined ? own : opened;
  const setOpen = onOpen ?? setOwn;
  const gone = ({ status }: Alert) => status === 'resolved' && !closedToo;
  const kept = alerts.filter((alert) => !gone(alert) || alert.alertId === open);
  if (kept.length === 0) return null;
  return (
    <Stack component="ul" gap="sm" className="plain">
      {kept.map((alert) => (
        <li key={alert.alertId} hidden={gone(alert)}>
          <AlertCard
            alert={alert}
            opened={open === alert.alertId}
            onToggle={() => {
              setOpen(open === alert.alertId ? null : alert.alertId);
            }}
            {...(onResolved && { onResolved })}
          />
        </li>
      ))}
    </Stack>
  );
}
