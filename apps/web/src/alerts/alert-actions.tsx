import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
import { Button, Menu, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { acknowledge, type Alert, alertsQuery, snooze, start } from '../api/alerts.ts';

const day = 24 * 60 * 60 * 1000;
const naps = [
  [1, msg`Until tomorrow`],
  [3, msg`For three days`],
  [7, msg`For a week`],
] as const;

interface Props {
  readonly alert: Alert;
  /** Where the focus goes when its button has gone. */
  readonly next: RefObject<HTMLButtonElement | null>;
}

/** What can be said about an alert in one click. It shows at once; what the platform says is fetched either way. */
export function AlertActions({ alert, next }: Props) {
  const acknowledging = useAct(acknowledge, { status: 'acknowledged' }, next);
  const starting = useAct(start, { status: 'in-progress' }, next);
  const snoozing = useAct(
    ([one, until]: [Alert, string]) => snooze(one, until),
    { status: 'acknowledged' },
    next,
    ([one]) => one,
  );
  // Until the platform has answered, the next word would be about a version that is gone.
  const busy = acknowledging.isPending || starting.isPending || snoozing.isPending;
  const error = acknowledging.error ?? starting.error ?? snoozing.error;
  const { permitted, status } = alert;
  return (
    <>
      {permitted.acknowledge && (
        <Button
          size="xs"
          loading={acknowledging.isPending}
          disabled={busy}
          onClick={() => {
            acknowledging.mutate(alert);
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
            starting.mutate(alert);
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
            {naps.map(([days, label]) => (
              <Menu.Item
                key={days}
                onClick={() => {
                  // A minute less, so that the longest is not refused for the time it takes to get there.
                  const until = new Date(Date.now() + days * day - 60_000).toISOString();
                  snoozing.mutate([alert, until]);
                }}
              >
                {i18n._(label)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {error && (
        <Text c="red" size="sm" role="alert">
          {error.message}
        </Text>
      )}
    </>
  );
}

function useAct<Given>(
  act: (given: Given) => Promise<Alert>,
  change: Partial<Alert>,
  next: Props['next'],
  alertOf: (given: Given) => Alert = (given) => given as unknown as Alert,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onMutate: (given) => {
      const before = queries.getQueryData(alertsQuery.queryKey);
      const { alertId } = alertOf(given);
      const changed = (item: Alert) => (item.alertId === alertId ? { ...item, ...change } : item);
      queries.setQueryData(
        alertsQuery.queryKey,
        (data) =>
          data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(changed) })) },
      );
      return { before };
    },
    onError: (_error, _given, context) => {
      queries.setQueryData(alertsQuery.queryKey, context?.before);
    },
    onSuccess: (answered) => {
      const latest = (item: Alert) => (item.alertId === answered.alertId ? answered : item);
      queries.setQueryData(
        alertsQuery.queryKey,
        (data) =>
          data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(latest) })) },
      );
      next.current?.focus();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['alerts'] }),
  });
}
