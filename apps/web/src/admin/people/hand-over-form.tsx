import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { type Care, handOverCare } from '../../api/care.ts';
import { problemAt } from '../../forms/field-problem.ts';
import { useZone } from '../../api/session.ts';
import { InstantInput, instantOf } from '../../forms/instant-input.tsx';
import { Saved } from '../../forms/saved.tsx';
import { useCreating } from '../../forms/use-creating.ts';
import { roleForCare } from './care-words.ts';
import { StaffSelect } from '../../forms/staff-select.tsx';

export interface CareFormProps {
  readonly care: Care;
  readonly onDone: () => void;
}

/** Somebody else takes over, in one step: nobody is without anybody in between. */
export function HandOverForm({ care, onDone }: CareFormProps) {
  const clock = useZone();
  const [staffId, setStaffId] = useState('');
  const [at, setAt] = useState('');
  const { mutate, error, isPending } = useCreating(handOverCare, 'care');
  const { careRelationshipId, kind, staffId: from, staffName, clientName } = care;
  return (
    <form
      aria-label={t`Hand ${clientName} over`}
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ careRelationshipId, staffId, at: instantOf(at, clock) }, { onSuccess: onDone });
      }}
    >
      <Group gap="sm" align="flex-start">
        <StaffSelect
          label={t`From ${staffName} to`}
          role={roleForCare[kind]}
          except={[from]}
          value={staffId}
          error={problemAt(error, '/staffId')}
          onChange={setStaffId}
        />
        <InstantInput
          label={t`When`}
          empty={t`Empty: now`}
          value={at}
          error={problemAt(error, '/at')}
          onChange={setAt}
        />
        <Button type="submit" mt={25} loading={isPending} disabled={staffId === ''}>
          <Trans>Hand over</Trans>
        </Button>
      </Group>
      <Saved error={error} done={false} />
    </form>
  );
}
