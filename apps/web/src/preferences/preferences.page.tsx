import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Preferences, preferencesQuery, savePreferences } from '../api/preferences.ts';
import { useZone } from '../api/session.ts';
import { KeptForm } from '../forms/kept-form.tsx';
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
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          <Trans>What I am told by email</Trans>
        </Title>
        <Text c="dimmed" size="sm" maw={520}>
          <Trans>
            A mail says that something waits, and never about whom. Safety alerts, and alerts that have gone
            up to you, are always told at once.
          </Trans>
        </Text>
      </div>
      <KeptForm
        query={preferencesQuery}
        save={savePreferences}
        loading={t`Loading your preferences`}
        width={520}
      >
        {(chosen, change) => <Choices chosen={chosen} change={change} />}
      </KeptForm>
    </Stack>
  );
}

interface ChoicesProps {
  readonly chosen: Preferences;
  readonly change: (part: Partial<Preferences>) => void;
}

function Choices({ chosen, change }: ChoicesProps) {
  const zone = useZone();
  return (
    <>
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
    </>
  );
}
