import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { endCare } from '../../api/care.ts';
import { problemAt } from '../../forms/field-problem.ts';
import { useZone } from '../../api/session.ts';
import { InstantInput, instantOf } from '../../forms/instant-input.tsx';
import { Saved } from '../../forms/saved.tsx';
import { useSaving } from '../../forms/use-saving.ts';
import type { CareFormProps } from './hand-over-form.tsx';

export function EndCareForm({ care, onDone }: CareFormProps) {
  const clock = useZone();
  const [at, setAt] = useState('');
  const { mutate, error, isPending } = useSaving(endCare, 'care');
  const { careRelationshipId, kind, clientName, staffName } = care;
  return (
    <form
      aria-label={t`End the care of ${clientName} by ${staffName}`}
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ careRelationshipId, at: instantOf(at, clock) }, { onSuccess: onDone });
      }}
    >
      {kind === 'primary' && (
        <Text size="sm" mb="xs">
          <Trans>
            Without somebody else who treats the client, care ends: what is asked at the end of care is asked,
            nothing else after it, and alerts wait with operations.
          </Trans>
        </Text>
      )}
      <Group gap="sm" align="flex-start">
        <InstantInput
          label={t`When`}
          empty={t`Empty: now`}
          value={at}
          error={problemAt(error, '/at')}
          onChange={setAt}
        />
        <Button type="submit" mt={25} color="red" loading={isPending}>
          <Trans>End</Trans>
        </Button>
      </Group>
      <Saved error={error} done={false} />
    </form>
  );
}
