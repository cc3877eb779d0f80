import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Saved } from '../admin/saved.tsx';
import { type Saving, useSaving } from '../admin/use-saving.ts';
import { type Preferences, preferencesQuery, savePreferences } from '../api/preferences.ts';
import { useZone } from '../api/session.ts';
import { Failed, Loading } from '../shell/states.tsx';
import { useTitle } from '../shell/use-title.ts';

const atOnce = () => [
  { value: 'low', label: t`Every alert` },
  { value: 'medium', label: t`Medium and high alerts` },
  { value: 'high', label: t`High alerts only` },
  { value: 'never', label: t`None of them` },
];
const digests = () => [
  { value: 'daily', label: t`Every morning` },
  { value: 'weekly', label: t`On Mondays` },
  { value: 'none', label: t`Never` },
];
const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** What a member of staff is told by email, and when. */
export function PreferencesPage(): ReactNode {
  useTitle(t`What I am told`);
  const { data, error, refetch } = useQuery(preferencesQuery);
  const saving = useSaving(savePreferences, 'preferences');
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading label={t`Loading your preferences`} />;
  return <PreferencesForm key={data.version} kept={data} saving={saving} />;
}

interface FormProps {
  readonly kept: Preferences;
  readonly saving: Saving<Preferences>;
}

function PreferencesForm({ kept, saving }: FormProps) {
  const [chosen, setChosen] = useState(kept);
  const zone = useZone();
  const change = (part: Partial<Preferences>) => {
    setChosen({ ...chosen, ...part });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(chosen);
      }}
    >
      <Stack gap="lg" maw={520}>
        <div>
          <Title order={1} size="h2">
            <Trans>What I am told by email</Trans>
          </Title>
          <Text c="dimmed" size="sm">
            <Trans>
              A mail says that something waits, and never about whom. Safety alerts, and alerts that have gone
              up to you, are always told at once.
            </Trans>
          </Text>
        </div>
        <NativeSelect
          label={t`At once`}
          data={atOnce()}
          value={chosen.immediateFrom ?? 'never'}
          onChange={({ currentTarget: { value } }) => {
            change({ immediateFrom: value === 'never' ? null : (value as Preferences['immediateFrom']) });
          }}
        />
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label={t`What waits, counted`}
            data={digests()}
            value={chosen.digest}
            onChange={({ currentTarget: { value } }) => {
              change({ digest: value as Preferences['digest'] });
            }}
          />
          <NativeSelect
            label={zone === null ? t`At` : t`At (${zone})`}
            data={hours}
            disabled={chosen.digest === 'none'}
            value={String(chosen.digestHour)}
            onChange={({ currentTarget: { value } }) => {
              change({ digestHour: Number(value) });
            }}
          />
        </Group>
        <Group gap="md">
          <Button type="submit" loading={saving.isPending}>
            <Trans>Save</Trans>
          </Button>
          <Saved error={saving.error} done={saving.isSuccess} />
        </Group>
      </Stack>
    </form>
  );
}
