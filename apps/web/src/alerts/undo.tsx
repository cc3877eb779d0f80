import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Paper, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { type Alert, reopen } from '../api/alerts.ts';

const UndoContext = createContext<{ offer: (alert: Alert) => void }>({ offer: () => undefined });
export const useUndo = () => use(UndoContext);

/** Long enough to notice a slip and to get to the button by keyboard. */
const offeredMs = 20_000;

/** After an alert was closed: one way back, for a while. */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const [closed, setClosed] = useState<Alert | null>(null);
  const queries = useQueryClient();
  const undoing = useMutation({
    mutationFn: reopen,
    onSuccess: () => {
      setClosed(null);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['alerts'] }),
  });
  useEffect(() => {
    if (!closed) return undefined;
    const timer = setTimeout(() => {
      setClosed(null);
    }, offeredMs);
    return () => {
      clearTimeout(timer);
    };
  }, [closed]);
  const offer = useMemo(() => ({ offer: setClosed }), []);
  return (
    <UndoContext value={offer}>
      {children}
      <div role="status" className="undo">
        {closed && (
          <Paper withBorder shadow="md" p="sm" radius="md">
            <Group gap="md">
              <Text size="sm">
                {undoing.error ? undoing.error.message : t`Resolved: ${closed.clientName ?? t`Client`}.`}
              </Text>
              <Button
                size="xs"
                variant="default"
                loading={undoing.isPending}
                onClick={() => {
                  undoing.mutate(closed);
                }}
              >
                <Trans>Undo</Trans>
              </Button>
            </Group>
          </Paper>
        )}
      </div>
    </UndoContext>
  );
}
