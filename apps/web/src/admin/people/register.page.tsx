import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Kind, type PersonFields, registerPerson } from '../../api/people.ts';
import { may, sessionQuery, useZone } from '../../api/session.ts';
import { Saved } from '../../forms/saved.tsx';
import { useCreating } from '../../forms/use-creating.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { PersonInputs } from './person-fields.tsx';

const nobody = (zone: string): PersonFields => ({
  ...{ name: '', email: null, phone: null, language: 'en', zone, roles: [], subject: null, team: null },
  consent: { email: false, sms: false },
});

/** A client or a colleague who is new. */
export function RegisterPage(): ReactNode {
  useTitle(t`Register somebody: administration`);
  const { data: signedIn } = useSuspenseQuery(sessionQuery);
  const zone = useZone() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>('client');
  const [person, setPerson] = useState(() => nobody(zone));
  const registering = useCreating(registerPerson, 'people');
  if (signedIn === null || !may.keepPeople(signedIn)) {
    return (
      <Empty title={t`Not for your role`}>
        <Trans>Operations and administrators register people.</Trans>
      </Empty>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const team = kind === 'client' ? null : person.team;
        const roles = kind === 'client' ? [] : person.roles;
        registering.mutate(
          { ...person, kind, roles, team },
          {
            onSuccess: ({ personId }) => {
              void navigate({ to: '/admin/people/$personId', params: { personId } });
            },
          },
        );
      }}
    >
      <Stack gap="lg" maw={560}>
        <PageHead title={<Trans>Register somebody</Trans>}>
          <Trans>A client is asked nothing until somebody treats them: begin their care afterwards.</Trans>
        </PageHead>
        <SegmentedControl
          aria-label={t`Who it is`}
          value={kind}
          data={[
            { value: 'client', label: t`A client` },
            { value: 'staff', label: t`A member of staff` },
          ]}
          onChange={(chosen) => {
            setKind(chosen as Kind);
          }}
        />
        <PersonInputs
          kind={kind}
          person={person}
          error={registering.error}
          change={(part) => {
            setPerson({ ...person, ...part });
          }}
        />
        <Group gap="md">
          <Button type="submit" loading={registering.isPending}>
            <Trans>Register</Trans>
          </Button>
          <Button variant="default" renderRoot={(props) => <Link to="/admin/people" {...props} />}>
            <Trans>Back to the list</Trans>
          </Button>
          <Saved error={registering.error} done={false} />
        </Group>
      </Stack>
    </form>
  );
}
