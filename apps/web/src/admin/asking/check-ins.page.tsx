import {
  Badge,
  Button,
  Card,
  Group,
  NumberInput,
  Stack,
  Switch,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type CadencePolicy, cadenceQuery, saveCadence } from '../../api/admin.ts';
import { may, sessionQuery } from '../../api/session.ts';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { hoursList, policyWords, readHours, triggerWords } from './policy-words.ts';
import { Saved } from '../../forms/saved.tsx';
import { type Saving, useSaving } from '../../forms/use-saving.ts';

/** What clients are asked, and when. */
export function CheckInsPage(): ReactNode {
  useTitle('Check-ins: administration');
  const { data: person } = useSuspenseQuery(sessionQuery);
  const { data, error, refetch } = useQuery(cadenceQuery);
  const [open, setOpen] = useState<string | null>(null);
  const saving = useSaving(saveCadence, 'cadence');
  const changes = person !== null && may.setRules(person);
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} size="h4">
          What clients are asked, and when
        </Title>
        <Text size="sm" c="dimmed">
          A change holds for requests to come; those that were made go on as they are.
          {!changes && ' The clinic lead and administrators change it.'}
        </Text>
      </div>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} label="Loading the policies" />}
      {data?.length === 0 && <Empty title="No policy">Clients are asked by hand only.</Empty>}
      {data?.map((policy) => (
        <Card key={policy.code} withBorder radius="md" component="section" aria-label={policy.title}>
          <Stack gap="xs">
            <Group justify="space-between">
              <Group gap="sm">
                <Text fw={600}>{policy.title}</Text>
                {!policy.active && (
                  <Badge color="gray" variant="outline" tt="none">
                    Off
                  </Badge>
                )}
              </Group>
              {changes && (
                <Button
                  size="xs"
                  variant="default"
                  aria-expanded={open === policy.code}
                  aria-label={`Change ${policy.title}`}
                  onClick={() => {
                    setOpen(open === policy.code ? null : policy.code);
                  }}
                >
                  {open === policy.code ? 'Close' : 'Change'}
                </Button>
              )}
            </Group>
            <Text size="sm">{policyWords(policy)}</Text>
            {open === policy.code && <PolicyForm key={policy.version} kept={policy} saving={saving} />}
          </Stack>
        </Card>
      ))}
    </Stack>
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
  const change = (part: Partial<CadencePolicy>) => {
    setPolicy({ ...policy, ...part });
  };
  const { trigger } = policy;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (read) saving.mutate({ ...policy, reminderHours: read });
      }}
    >
      <Stack gap="sm" maw={480}>
        <Switch
          label="Asks clients"
          checked={policy.active}
          onChange={(event) => {
            change({ active: event.currentTarget.checked });
          }}
        />
        <TextInput
          label="Name"
          required
          maxLength={200}
          value={policy.title}
          onChange={(event) => {
            change({ title: event.currentTarget.value });
          }}
        />
        <Group gap="sm" align="flex-end">
          {'n' in trigger && (
            <Days
              label={trigger.kind === 'every-n-weeks' ? 'Every so many weeks' : 'Every so many sessions'}
              value={trigger.n}
              min={1}
              max={52}
              onChange={(n) => {
                change({ trigger: { ...trigger, n } });
              }}
            />
          )}
          <Days
            label="Hours until it is asked"
            value={policy.delayHours}
            min={0}
            max={720}
            onChange={(delayHours) => {
              change({ delayHours });
            }}
          />
          <Days
            label="Days to answer"
            value={policy.windowDays}
            min={1}
            max={30}
            onChange={(windowDays) => {
              change({ windowDays });
            }}
          />
        </Group>
        <TextInput
          label="Reminders after so many hours"
          description="Up to three, as in 24, 48; empty for none. Before the time to answer is over."
          value={reminders}
          error={read === null && 'Write whole hours with commas between.'}
          onChange={(event) => {
            setReminders(event.currentTarget.value);
          }}
        />
        <Text size="sm" c="dimmed">
          Asked {triggerWords(trigger)}. What else a policy says is changed through the API.
        </Text>
        <Group gap="md">
          <Button type="submit" loading={saving.isPending} disabled={read === null}>
            Save
          </Button>
          <Saved error={mine ? saving.error : null} done={mine && saving.isSuccess} />
        </Group>
      </Stack>
    </form>
  );
}

interface DaysProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function Days({ label, value, min, max, onChange }: DaysProps) {
  return (
    <NumberInput
      {...{ label, value, min, max }}
      w={150}
      allowDecimal={false}
      onChange={(entered) => {
        onChange(Number(entered));
      }}
    />
  );
}
