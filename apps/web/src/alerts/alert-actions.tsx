import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Menu, Text } from '@mantine/core';
import type { RefObject } from 'react';
import { acknowledge, type Alert, snooze, start, undo } from '../api/alerts.ts';
import { usePageActions } from '../shell/page-actions.ts';
import { Naps } from './naps.tsx';
import { useAnswer } from './use-answer.ts';
import { useWayBack } from './use-way-back.ts';

interface Props {
  readonly alert: Alert;
  /** Where the focus goes when its button has gone. */
  readonly next: RefObject<HTMLButtonElement | null>;
}

/** What can be said about an alert in one click. */
export function AlertActions({ alert, next }: Props) {
  const onAnswered = () => {
    next.current?.focus();
  };
  const acknowledging = useAnswer<undefined>(alert, {
    send: acknowledge,
    change: () => ({ status: 'acknowledged' }),
    said: (name) => t`Acknowledged: ${name}.`,
    ...{ back: undo, onAnswered },
  });
  const starting = useAnswer<undefined>(alert, {
    send: start,
    change: () => ({ status: 'in-progress' }),
    said: (name) => t`Started: ${name}.`,
    ...{ back: undo, onAnswered },
  });
  const snoozing = useAnswer<string>(alert, {
    send: snooze,
    change: (until) => ({ status: 'acknowledged', snoozedUntil: until }),
    said: (name) => t`Put off: ${name}.`,
    ...{ back: undo, onAnswered },
  });
  const waking = useWayBack(alert, undo, onAnswered);
  const all = [acknowledging, starting, snoozing, waking];
  // Until the platform has answered, the next word would be about a version that is gone.
  const busy = all.some(({ isPending }) => isPending);
  const error = all.find((one) => one.error)?.error;
  const { permitted, status } = alert;
  const name = alert.clientName ?? t`Client`;
  const within = () => next.current?.closest('.alert') ?? null;
  const here = (key: string, title: string, go: () => unknown) => [
    { key: `${key} ${alert.alertId}`, title, within, go },
  ];
  usePageActions([
    ...(permitted.acknowledge && !busy
      ? here('acknowledge', t`Acknowledge: ${name}`, () => {
          acknowledging.mutate(undefined);
        })
      : []),
    ...(permitted.start && status !== 'open' && !busy
      ? here('start', t`Start on it: ${name}`, () => {
          starting.mutate(undefined);
        })
      : []),
    ...here('open', t`What to do: ${name}`, () => next.current?.click()),
  ]);
  return (
    <>
      {permitted.acknowledge && (
        <Button
          size="xs"
          loading={acknowledging.isPending}
          disabled={busy}
          onClick={() => {
            acknowledging.mutate(undefined);
          }}
        >
          <Trans>Acknowledge</Trans>
        </Button>
      )}
      {permitted.start && status !== 'open' && (
        <Button
          size="xs"
          variant="light"
          loading={starting.isPending}
          disabled={busy}
          onClick={() => {
            starting.mutate(undefined);
          }}
        >
          <Trans>Start on it</Trans>
        </Button>
      )}
      {permitted.snooze && (
        <Menu shadow="md" position="bottom-start">
          <Menu.Target>
            <Button size="xs" variant="default" loading={snoozing.isPending} disabled={busy}>
              <Trans>Put off</Trans>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Naps
              onChosen={(until) => {
                snoozing.mutate(until);
              }}
            />
          </Menu.Dropdown>
        </Menu>
      )}
      {permitted.undo && alert.snoozedUntil && (
        <Button
          size="xs"
          variant="default"
          loading={waking.isPending}
          disabled={busy}
          onClick={() => {
            waking.mutate();
          }}
        >
          <Trans>Wake now</Trans>
        </Button>
      )}
      {error && (
        <Text c="red" size="sm" role="alert" className="after-actions">
          {error.message}
        </Text>
      )}
    </>
  );
}
