import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Client } from '../api/caseload.ts';
import { may, sessionQuery, useZone } from '../api/session.ts';
import { bookSession } from '../api/sessions.ts';
import { problemAt } from '../forms/field-problem.ts';
import { InstantInput, instantOf } from '../forms/instant-input.tsx';
import { Saved } from '../forms/saved.tsx';
import { StaffSelect } from '../forms/staff-select.tsx';
import { useCreating } from '../forms/use-creating.ts';

const usualMinutes = '50';

/** Plans a session: therapists their own, operations for anybody. It is planned by the clock that it is shown by. */
export default function BookSession({ client }: { readonly client: Client }) {
  const { data: person } = useSuspenseQuery(sessionQuery);
  const zone = useZone();
  const forOthers = person !== null && may.bookForOthers(person);
  const [therapistId, setTherapistId] = useState((forOthers ? client.therapist?.id : person?.id) ?? '');
  const [startsAt, setStartsAt] = useState('');
  const [minutes, setMinutes] = useState(usualMinutes);
  const [type, setType] = useState('individual');
  const { mutate, error, isPending, isSuccess } = useCreating(bookSession, 'sessions');
  return (
    <form
      aria-label={t`Book a session`}
      onSubmit={(event) => {
        event.preventDefault();
        const begins = new Date(instantOf(startsAt, zone));
        mutate(
          {
            ...{ clientId: client.clientId, therapistId, type },
            startsAt: begins.toISOString(),
            endsAt: new Date(begins.getTime() + Number(minutes) * 60_000).toISOString(),
            zone: zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
          },
          {
            onSuccess: () => {
              setStartsAt('');
            },
          },
        );
      }}
    >
      <Group gap="sm" align="flex-start">
        {forOthers && (
          <StaffSelect
            label={t`With`}
            role="therapist"
            value={therapistId}
            error={problemAt(error, '/therapistId')}
            onChange={setTherapistId}
          />
        )}
        <InstantInput
          label={t`Begins`}
          required
          value={startsAt}
          error={problemAt(error, '/startsAt')}
          onChange={setStartsAt}
        />
        <TextInput
          type="number"
          label={t`Minutes`}
          required
          min={5}
          max={720}
          value={minutes}
          error={problemAt(error, '/endsAt')}
          onChange={(event) => {
            setMinutes(event.currentTarget.value);
          }}
        />
        <TextInput
          label={t`Kind`}
          required
          value={type}
          error={problemAt(error, '/type')}
          onChange={(event) => {
            setType(event.currentTarget.value);
          }}
        />
        <Button type="submit" mt={25} loading={isPending} disabled={therapistId === '' || startsAt === ''}>
          <Trans>Book</Trans>
        </Button>
      </Group>
      <Saved error={error} done={isSuccess} words={t`Booked.`} />
    </form>
  );
}
