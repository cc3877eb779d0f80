import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { addCadence, type PolicyDraft } from '../../api/admin.ts';
import { may, sessionQuery } from '../../api/session.ts';
import { problemAt } from '../../forms/field-problem.ts';
import { Saved } from '../../forms/saved.tsx';
import { useCreating } from '../../forms/use-creating.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { PolicyFields } from './policy-fields.tsx';
import { readHours } from './policy-words.ts';

const route = getRouteApi('/admin/check-ins/new');

const begin = (clientId: string | undefined): PolicyDraft => ({
  ...{ code: '', title: '', instrument: { url: '' }, trigger: { kind: 'after-every-session' } },
  scope: clientId === undefined ? { kind: 'all' } : { kind: 'client', clientId },
  ...{ delayHours: 0, windowDays: 4, reminderHours: [], active: true },
});

/** One more policy of what clients are asked; for one client alone where it is opened from their page. */
export function NewPolicyPage(): ReactNode {
  useTitle(t`New policy: administration`);
  const { data: person } = useSuspenseQuery(sessionQuery);
  const { clientId } = route.useSearch();
  if (person === null || !may.setRules(person)) {
    return (
      <Empty title={t`Not for your role`}>
        <Trans>The clinic lead and administrators write policies.</Trans>
      </Empty>
    );
  }
  return <NewPolicy key={clientId} clientId={clientId} />;
}

function NewPolicy({ clientId }: { readonly clientId: string | undefined }) {
  const navigate = useNavigate();
  const [policy, setPolicy] = useState(() => begin(clientId));
  const [reminders, setReminders] = useState('48');
  const read = readHours(reminders);
  const { mutate, error, isPending } = useCreating(addCadence, 'cadence');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!read) return;
        mutate(
          { ...policy, reminderHours: read },
          {
            onSuccess: () => {
              void navigate({ to: '/admin' });
            },
          },
        );
      }}
    >
      <Stack gap="md" maw={640}>
        <PageHead title={<Trans>Write a new policy</Trans>}>
          {clientId === undefined ? (
            <Trans>It counts from now on: what happened before it asks nobody.</Trans>
          ) : (
            <Trans>
              For one client alone. With “never” the client is spared what everybody else is asked.
            </Trans>
          )}
        </PageHead>
        <TextInput
          label={t`Code`}
          description={t`A short word in small letters, which stays`}
          placeholder="after-every-session"
          required
          maxLength={64}
          value={policy.code}
          error={problemAt(error, '/code')}
          onChange={({ currentTarget: { value } }) => {
            setPolicy({ ...policy, code: value });
          }}
        />
        <PolicyFields
          policy={policy}
          reminders={reminders}
          error={error}
          onReminders={setReminders}
          onChange={(part) => {
            setPolicy({ ...policy, ...part });
          }}
        />
        <Group gap="md">
          <Button type="submit" loading={isPending} disabled={read === null || policy.instrument.url === ''}>
            <Trans>Put in force</Trans>
          </Button>
          <Button variant="default" renderRoot={(props) => <Link to="/admin" {...props} />}>
            <Trans>Back to the list</Trans>
          </Button>
          <Saved error={error} done={false} />
        </Group>
      </Stack>
    </form>
  );
}
