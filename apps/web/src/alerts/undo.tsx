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
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!done || held) return undefined;
    const timer = setTimeout(() => {
      setDone(null);
    }, offeredMs);
    return () => {
      clearTimeout(timer);
    };
  }, [done, held]);
  const offer = useMemo(
    () => ({
      offer: (one: Undoable) => {
        setHeld(false);
        setDone(one);
      },
    }),
    [],
  );
  return (
    <UndoContext value={offer}>
      {children}
      <div role="status" className="undo">
        {done && (
          <UndoLine
            key={`${done.alert.alertId} ${done.alert.version}`}
            done={done}
            onHeld={setHeld}
            onUndone={() => {
              setDone(null);
              setHeld(false);
              backTo(done.alert);
            }}
          />
        )}
      </div>
    </UndoContext>
  );
}

/** The button that opens the card of an alert, wherever it stands. */
export const wayInto = ({ alertId }: Pick<Alert, 'alertId'>) => `into-${alertId}`;

/** So many frames a card may take until it is drawn again. */
const patience = 60;

/** The focus goes to the alert as it stands again, or to the head of the page where that is not shown. */
function backTo(alert: Alert, frames = patience): void {
  requestAnimationFrame(() => {
    const card = document.getElementById(wayInto(alert));
    card?.focus();
    if (card !== null && document.activeElement === card) return;
    if (frames > 0) backTo(alert, frames - 1);
    else document.querySelector<HTMLElement>('main h1')?.focus();
  });
}

interface LineProps {
  /** Whoever is at it has not missed it: it does not go meanwhile. */
  readonly onHeld: (held: boolean) => void;
  readonly done: Undoable;
  readonly onUndone: () => void;
}

function UndoLine({ done: { alert, words, back }, onHeld, onUndone }: LineProps) {
  const undoing = useWayBack(alert, back, onUndone);
  const { mutate } = undoing;
  // The line is the last of the page: by keyboard it is reached at once.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inText = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (inText || event.key !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      mutate();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [mutate]);
  return (
    <Paper
      withBorder
      shadow="md"
      p="sm"
      radius="md"
      onFocus={() => {
        onHeld(true);
      }}
      onBlur={() => {
        onHeld(false);
      }}
      onMouseEnter={() => {
        onHeld(true);
      }}
      onMouseLeave={() => {
        onHeld(false);
      }}
    >
      <Group gap="md">
        <Text size="sm">{undoing.error ? undoing.error.message : words}</Text>
        <Button
          size="xs"
          variant="default"
          loading={undoing.isPending}
          aria-keyshortcuts="Control+Z Meta+Z"
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
