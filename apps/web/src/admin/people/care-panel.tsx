import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { KnownPerson } from '../../api/people.ts';
import { BeginCareForm } from './begin-care-form.tsx';
import { CareList } from './care-list.tsx';

/** Who cares for a client, or for whom a member of staff cares. */
export function CarePanel({ person: { personId, kind } }: { readonly person: KnownPerson }) {
  const [past, setPast] = useState(false);
  const [begins, setBegins] = useState(false);
  const ofClient = kind === 'client';
  return (
    <section aria-labelledby="care-title">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title id="care-title" order={3} size="h5">
            {ofClient ? <Trans>Who cares for the client</Trans> : <Trans>Their clients</Trans>}
          </Title>
          <Group gap="md">
            <Switch
              label={t`With what is over`}
              checked={past}
              onChange={({ currentTarget: { checked } }) => {
                setPast(checked);
              }}
            />
            {ofClient && (
              <Button
                size="xs"
                variant="default"
                aria-expanded={begins}
                onClick={() => {
                  setBegins(!begins);
                }}
              >
                {begins ? <Trans>Close</Trans> : <Trans>Begin care…</Trans>}
              </Button>
            )}
          </Group>
        </Group>
        {begins && <BeginCareForm clientId={personId} />}
        <CareList of={ofClient ? { clientId: personId } : { staffId: personId }} past={past} />
        <Text size="xs" c="dimmed">
          <Trans>Alerts, access and messages follow who cares, at the moment it begins and ends.</Trans>
        </Text>
      </Stack>
    </section>
  );
}
