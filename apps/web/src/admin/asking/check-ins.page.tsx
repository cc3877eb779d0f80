import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type CadencePolicy, cadenceQuery, saveCadence } from '../../api/admin.ts';
import { rulesQuery } from '../../api/alerts.ts';
import { instrumentsQuery, nameOf } from '../../api/instruments.ts';
import { may, sessionQuery } from '../../api/session.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { newestOf } from './newest.ts';
import { PolicyFields } from './policy-fields.tsx';
import { hoursList, policyWords, readHours } from './policy-words.ts';
import { Saved } from '../../forms/saved.tsx';
import { type Saving, useSaving } from '../../forms/use-saving.ts';

/** What clients are asked, and when. */
export function CheckInsPage(): ReactNode {
  useTitle(t`Check-ins: administration`);
  const { data: person } = useSuspenseQuery(sessionQuery);
  const policies = useQuery(cadenceQuery);
  const { data: rules } = useQuery(rulesQuery);
  const { data: instruments = [] } = useQuery(instrumentsQuery);
  const newest = newestOf(instruments).map(({ instrument }) => instrument);
  const titleOf = (asked: string) => newest.find(({ url }) => url === asked)?.title ?? nameOf(asked);
  const saving = useSaving(saveCadence, 'cadence');
  const changes = person !== null && may.setRules(person);
  return (
    <Stack gap="lg">
      <PageHead
        title={<Trans>What clients are asked, and when</Trans>}
        actions={
          changes && (
            <Button renderRoot={(props) => <Link to="/admin/check-ins/new" {...props} />}>
              <Trans>Write a new policy</Trans>
            </Button>
          )
        }
      >
        <Trans>A change holds for requests to come; those that were made go on as they are.</Trans>{' '}
        {!changes && <Trans>The clinic lead and administrators change it.</Trans>}
      </PageHead>
      <Fetched of={policies} loading={t`Loading the policies`} rows={3}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t`No policy`}>
              <Trans>Clients are asked by hand only.</Trans>
            </Empty>
          ) : (
            <>
              {all.map((policy) => (
                <PolicyCard
                  key={policy.code}
                  policy={policy}
                  instrument={titleOf(policy.instrument.url)}
                  changes={changes}
                  saving={saving}
                  watched={!rules || rules.items.some((rule) => rule.instrument === policy.instrument.url)}
                />
              ))}
            </>
          )
        }
      </Fetched>
    </Stack>
  );
}

interface CardProps {
  readonly policy: CadencePolicy;
  /** What it asks, by its title. */
  readonly instrument: string;
  readonly changes: boolean;
  readonly saving: Saving<CadencePolicy>;
  /** Whether a rule in force looks at what it asks. */
  readonly watched: boolean;
}

function PolicyCard({ policy, instrument, changes, saving, watched }: CardProps) {
  const [open, setOpen] = useState(false);
  const { title, active, version } = policy;
  return (
    <Card withBorder radius="md" component="section" aria-label={title}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Group gap="sm">
            <Text fw={600}>{title}</Text>
            {!active && (
              <Badge color="gray" variant="outline" tt="none">
                <Trans>Off</Trans>
              </Badge>
            )}
          </Group>
          {changes && (
            <Button
              size="xs"
              variant="default"
              aria-expanded={open}
              aria-label={t`Change ${title}`}
              onClick={() => {
                setOpen(!open);
              }}
            >
              {open ? <Trans>Close</Trans> : <Trans>Change</Trans>}
            </Button>
          )}
        </Group>
        <Text size="sm">{policyWords(policy, instrument)}</Text>
        {active && !watched && (
          <Text size="sm" c="var(--medium)">
            <Trans>
              No rule in force watches this questionnaire: its scores raise no alert, answers about harm
              excepted.
            </Trans>{' '}
            <Link to="/admin/rules" className="link">
              <Trans>Rules</Trans>
            </Link>
          </Text>
        )}
        {open && <PolicyForm key={version} kept={policy} saving={saving} />}
      </Stack>
    </Card>
  );
}

interface FormProps {
  readonly kept: CadencePolicy;
  readonly saving: Saving<CadencePolicy>;
}

function PolicyForm({ kept, saving }: FormProps) {
  const [policy, setPolicy] = useState(kept);
  const [reminders, setReminders] = useState(hoursList(kept.reminderHours));
  const mine = saving.variables?.code === kept.code;
  const read = readHours(reminders);
  const error = mine ? saving.error : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (read) saving.mutate({ ...policy, reminderHours: read });
      }}
    >
      <Stack gap="sm" maw={640}>
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
          <Button type="submit" loading={saving.isPending} disabled={read === null}>
            <Trans>Save</Trans>
          </Button>
          <Saved error={error} done={mine && saving.isSuccess} />
        </Group>
      </Stack>
    </form>
  );
}
