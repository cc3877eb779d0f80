import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Alert, reassign } from '../api/alerts.ts';
import { careQuery } from '../api/care.ts';
import { type StaffMember, staffQuery } from '../api/caseload.ts';
import { useNow } from '../shell/use-now.ts';
import { recipientsOf } from './recipients.ts';

const options = (staff: readonly StaffMember[]) =>
  staff.map(({ personId, name }) => ({ value: personId, label: name }));

/** Hands the alert to somebody: those first who would see more of the client than the alert. */
export function ReassignForm({ alert }: { readonly alert: Alert }) {
  const queries = useQueryClient();
  const now = useNow();
  const { data: staff = [] } = useQuery(staffQuery);
  const { data: care } = useInfiniteQuery(careQuery({ clientId: alert.clientId }, false));
  const [to, setTo] = useState('');
  const moving = useMutation({
    mutationFn: () => reassign(alert, to),
    onSettled: () => queries.invalidateQueries({ queryKey: ['alerts'] }),
  });
  const { caring, others } = recipientsOf(alert, staff, care ?? [], now);
  const groups = [
    { group: t`Treat or cover for this client`, items: options(caring) },
    { group: t`Others: see the alert only`, items: options(others) },
  ].filter(({ items }) => items.length > 0);
  // As long as it is not known who cares, nothing is said of anybody.
  const data = care ? groups : options(others);
  const isOther = care !== undefined && others.some(({ personId }) => personId === to);
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
          data={[{ value: '', label: t`Choose a therapist` }, ...data]}
        />
        <Button type="submit" variant="default" disabled={to === ''} loading={moving.isPending}>
          <Trans>Reassign</Trans>
        </Button>
      </Group>
      <div role="status">
        {isOther && (
          <Text size="sm" mt="xs">
            <Trans>
              Does not treat this client: will see the alert, and neither the course nor the answers. For
              these,{' '}
              <Link to="/admin/people/$personId" params={{ personId: alert.clientId }} className="link">
                begin their care or a cover
              </Link>{' '}
              as well.
            </Trans>
          </Text>
        )}
      </div>
      {moving.error && (
        <Text c="red" size="sm" role="alert">
          {moving.error.message}
        </Text>
      )}
    </form>
  );
}
