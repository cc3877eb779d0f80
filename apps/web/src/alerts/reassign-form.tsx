import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Alert, reassign } from '../api/alerts.ts';
import { staffQuery } from '../api/caseload.ts';

export function ReassignForm({ alert }: { readonly alert: Alert }) {
  const queries = useQueryClient();
  const { data: staff = [] } = useQuery(staffQuery);
  const [to, setTo] = useState('');
  const moving = useMutation({
    mutationFn: () => reassign(alert, to),
    onSettled: () => queries.invalidateQueries({ queryKey: ['alerts'] }),
  });
  const therapists = staff.filter(
    ({ roles, personId }) => roles.includes('therapist') && personId !== alert.recipientId,
  );
  const options = therapists.map(({ personId, name }) => ({ value: personId, label: name }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        moving.mutate();
      }}
    >
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t`Hand it to`}
          value={to}
          onChange={(event) => {
            setTo(event.currentTarget.value);
          }}
          data={[{ value: '', label: t`Choose a therapist` }, ...options]}
        />
        <Button type="submit" variant="default" disabled={to === ''} loading={moving.isPending}>
          <Trans>Reassign</Trans>
        </Button>
      </Group>
      {moving.error && (
        <Text c="red" size="sm" role="alert">
          {moving.error.message}
        </Text>
      )}
    </form>
  );
}
