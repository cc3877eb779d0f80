import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Alert } from '../api/alerts.ts';
import { whole } from '../shell/formats.ts';
import { usePageActions } from '../shell/page-actions.ts';
import { belongs, type Narrowing, narrowings } from './narrow.ts';

interface Props {
  readonly alerts: readonly Alert[];
  readonly chosen: Narrowing | undefined;
  readonly reader: { readonly personId: string | null; readonly now: number };
  /** There are more alerts than were fetched. */
  readonly more: boolean;
}

/** What waits by what it waits for, with counts; all of them always, so that nothing moves when one changes. */
export function NarrowChips({ alerts, chosen, reader, more }: Props) {
  const navigate = useNavigate();
  const show = (one: Narrowing | undefined) =>
    navigate({ to: '/', search: one ? { show: one } : {}, replace: true, resetScroll: false });
  const others = (Object.keys(narrowings) as Narrowing[]).filter((one) => one !== chosen);
  usePageActions([
    ...(chosen ? [{ key: 'all', title: t`Show all alerts`, go: () => show(undefined) }] : []),
    ...others.map((one) => ({
      ...{ key: one, title: t`Show only: ${i18n._(narrowings[one])}`, go: () => show(one) },
    })),
  ]);
  return (
    <div className="narrowings" role="group" aria-label={t`Show only`}>
      {(Object.keys(narrowings) as Narrowing[]).map((one) => {
        const count = alerts.filter((alert) => belongs(alert, one, reader)).length;
        return (
          <Button
            key={one}
            size="compact-sm"
            radius="xl"
            variant={one === chosen ? 'light' : 'default'}
            {...(count === 0 && one !== chosen && { c: 'dimmed', fw: 400 })}
            aria-pressed={one === chosen}
            onClick={() => {
              void show(one === chosen ? undefined : one);
            }}
          >
            {i18n._(narrowings[one])} {more ? `${whole(count)}+` : whole(count)}
          </Button>
        );
      })}
    </div>
  );
}
