import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Alert } from '../api/alerts.ts';
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
            aria-pressed={one === chosen}
            onClick={() => {
              const search = one === chosen ? {} : { show: one };
              void navigate({ to: '/', search, replace: true, resetScroll: false });
            }}
          >
            {i18n._(narrowings[one])} {more ? `${count}+` : count}
          </Button>
        );
      })}
    </div>
  );
}
