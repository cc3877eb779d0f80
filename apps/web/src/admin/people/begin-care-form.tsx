import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { beginCare, type CareKind } from '../../api/care.ts';
import { problemAt } from '../../forms/field-problem.ts';
import { useZone } from '../../api/session.ts';
import { InstantInput, instantOf } from '../../forms/instant-input.tsx';
import { Saved } from '../../forms/saved.tsx';
import { useCreating } from '../../forms/use-creating.ts';
import { careKinds, roleForCare } from './care-words.ts';
import { StaffSelect } from '../../forms/staff-select.tsx';

/** Somebody begins to treat, cover or supervise a client. */
export function BeginCareForm({ clientId }: { readonly clientId: string }) {
  const clock = useZone();
  const [kind, setKind] = useState<CareKind>('primary');
  const [staffId, setStaffId] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const beginning = useCreating(beginCare, 'care');
  const { error, isPending, isSuccess } = beginning;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const span = { from: instantOf(from, clock), to: to === '' ? null : instantOf(to, clock) };
        beginning.mutate(
          { clientId, staffId, kind, ...span },
          {
            onSuccess: () => {
              setStaffId('');
            },
          },
        );
      }}
    >
      <Group gap="sm" align="flex-start">
        <NativeSelect
          label={t`How`}
          value={kind}
          data={Object.entries(careKinds).map(([value, label]) => ({ value, label: i18n._(label) }))}
          onChange={({ currentTarget: { value } }) => {
            setKind(value as CareKind);
            setStaffId('');
          }}
        />
        <StaffSelect
          label={t`Who`}
          role={roleForCare[kind]}
          value={staffId}
          error={problemAt(error, '/staffId')}
          onChange={setStaffId}
        />
        <InstantInput
          label={t`From`}
          empty={t`Empty: from now on`}
          value={from}
          error={problemAt(error, '/from')}
          onChange={setFrom}
        />
        <InstantInput
          label={t`Until`}
          empty={t`Empty: without an end`}
          value={to}
          error={problemAt(error, '/to')}
          onChange={setTo}
        />
        <Button type="submit" mt={25} loading={isPending} disabled={staffId === ''}>
          <Trans>Begin</Trans>
        </Button>
      </Group>
      <Saved error={error} done={isSuccess} words={t`Begun.`} />
    </form>
  );
}
