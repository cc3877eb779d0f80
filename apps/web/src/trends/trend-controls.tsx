import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, NativeSelect } from '@mantine/core';
import { type By, type Period, type TrendsSearch, usualCount } from '../api/trends.ts';
import { addDays } from '../day/dates.ts';
import { StaffSelect } from '../forms/staff-select.tsx';
import { TherapistSelect } from '../forms/therapist-select.tsx';
import { stepped } from './periods.ts';

interface Props {
  readonly search: TrendsSearch;
  readonly periods: readonly Period[];
  /** Whether to choose among the teams of the clinic. */
  readonly everybody: boolean;
  readonly go: (change: { [Field in keyof TrendsSearch]?: TrendsSearch[Field] | undefined }) => void;
}

/** Which span, by week or month, and whose. */
export function TrendControls({ search, periods, everybody, go }: Props) {
  const by: By = search.by ?? 'week';
  const count = search.count ?? usualCount;
  const [first, last] = [periods[0], periods.at(-1)];
  const counts = [...new Set([6, 12, 26, 52, count])].toSorted((one, other) => one - other);
  const later = () => {
    if (!last) return;
    const until = stepped(last.start, by, count);
    go({ until: until >= new Date().toISOString().slice(0, 10) ? undefined : until });
  };
  return (
    <Group gap="sm" align="flex-end" className="screen-only">
      <NativeSelect
        label={t`By`}
        value={by}
        onChange={(event) => {
          go({ by: event.currentTarget.value === 'month' ? 'month' : undefined });
        }}
        data={[
          { value: 'week', label: t`week` },
          { value: 'month', label: t`month` },
        ]}
      />
      <NativeSelect
        label={by === 'week' ? t`Weeks` : t`Months`}
        value={String(count)}
        onChange={(event) => {
          const chosen = Number(event.currentTarget.value);
          go({ count: chosen === usualCount ? undefined : chosen });
        }}
        data={counts.map(String)}
      />
      {everybody && (
        <StaffSelect
          label={t`Supervised by`}
          role="supervisor"
          none={t`All`}
          value={search.supervisorId ?? ''}
          onChange={(supervisorId) => {
            go({ supervisorId: supervisorId || undefined });
          }}
        />
      )}
      <TherapistSelect
        value={search.therapistId}
        onChange={(therapistId) => {
          go({ therapistId });
        }}
      />
      <Button
        variant="default"
        disabled={!first}
        onClick={() => {
          if (first) go({ until: addDays(first.start, -1) });
        }}
      >
        <Trans>Earlier</Trans>
      </Button>
      <Button variant="default" disabled={search.until === undefined} onClick={later}>
        <Trans>Later</Trans>
      </Button>
    </Group>
  );
}
