import { Trans } from '@lingui/react/macro';
import { Button, Group, Paper, Text } from '@mantine/core';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import type { Alert } from '../api/alerts.ts';
import { useWayBack } from './use-way-back.ts';

interface Undoable {
  readonly alert: Alert;
  readonly words: string;
  readonly back: (alert: Alert) => Promise<Alert>;
}

const UndoContext = createContext<{ offer: (done: Undoable) => void }>({ offer: () => undefined });
export const useUndo = () => use(UndoContext);

/** Long enough to notice a slip and to get to the button by keyboard. */
const offeredMs = 20_000;

/** After an alert was answered: one way back, for a while. */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const [done, setDone] = useState<Undoable | null>(null);
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(() => {
      setDone(null);
    }, offeredMs);
    return () => {
      clearTimeout(timer);
    };
  }, [done]);
  const offer = useMemo(() => ({ offer: setDone }), []);
  return (
    <UndoContext value={offer}>
      {children}
      <div role="status" className="undo">
        {done && (
          <UndoLine
            key={`${done.alert.alertId} ${done.alert.version}`}
            done={done}
            onUndone={() => {
              setDone(null);
            }}
          />
        )}
      </div>
    </UndoContext>
  );
}

interface LineProps {
  readonly done: Undoable;
  readonly onUndone: () => void;
}

function UndoLine({ done: { alert, words, back }, onUndone }: LineProps) {
  const undoing = useWayBack(alert, back, onUndone);
  return (
    <Paper withBorder shadow="md" p="sm" radius="md">
      <Group gap="md">
        <Text size="sm">{undoing.error ? undoing.error.message : words}</Text>
        <Button
          size="xs"
          variant="default"
          loading={undoing.isPending}
          onClick={() => {
            undoing.mutate();
          }}
        >
          <Trans>Undo</Trans>
        </Button>
      </Group>
    </Paper>
  );
}
