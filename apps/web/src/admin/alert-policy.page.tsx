import { Button, Fieldset, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type AlertPolicy, alertPolicyQuery, saveAlertPolicy } from '../api/admin.ts';
import { may, sessionQuery } from '../api/session.ts';
import { Failed, Loading } from '../shell/states.tsx';
import { useTitle } from '../shell/use-title.ts';
import { Saved } from './saved.tsx';
import { type Saving, useSaving } from './use-saving.ts';

const kinds = { safety: 'Safety, by the clock', high: 'High', medium: 'Medium', low: 'Low' } as const;

export function AlertPolicyPage(): ReactNode {
  useTitle('Alerts: administration');
  const { data, error, refetch } = useQuery(alertPolicyQuery);
  const saving = useSaving(saveAlertPolicy, 'alert-policy');
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading label="Loading the alert policy" />;
  return <AlertPolicyForm key={data.version} kept={data} saving={saving} />;
}

interface FormProps {
  readonly kept: AlertPolicy;
  readonly saving: Saving<AlertPolicy>;
}

function AlertPolicyForm({ kept, saving }: FormProps) {
  const { data: person } = useSuspenseQuery(sessionQuery);
  const [policy, setPolicy] = useState(kept);
  const change = (part: Partial<AlertPolicy>) => {
    setPolicy({ ...policy, ...part });
  };
  const editable = person !== null && may.setRules(person);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(policy);
      }}
    >
      <Stack gap="lg" maw={640}>
        <div>
          <Title order={2} size="h4">
            What becomes of an alert
          </Title>
          <Text size="sm" c="dimmed">
            Holds from now on; deadlines that were set before stay as they are.
            {!editable && ' The clinic lead and administrators change it.'}
          </Text>
        </div>
        <Fieldset legend="Acknowledge within so many working hours">
          <Group gap="sm" align="flex-end">
            {(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => (
              <NumberInput
                key={kind}
                label={kinds[kind]}
                w={130}
                min={0.25}
                max={200}
                step={1}
                readOnly={!editable}
                value={policy.acknowledgeWithinHours[kind]}
                onChange={(value) => {
                  change({
                    acknowledgeWithinHours: { ...policy.acknowledgeWithinHours, [kind]: Number(value) },
                  });
                }}
              />
            ))}
          </Group>
        </Fieldset>
        <Fieldset legend="Putting off">
          <Group gap="sm">
            <Count
              readOnly={!editable}
              label="Days at most"
              value={policy.snooze.days}
              max={30}
              onChange={(days) => {
                change({ snooze: { ...policy.snooze, days: days ?? 1 } });
              }}
            />
            <Count
              readOnly={!editable}
              label="How often"
              min={0}
              max={10}
              value={policy.snooze.times}
              onChange={(times) => {
                change({ snooze: { ...policy.snooze, times: times ?? 0 } });
              }}
            />
          </Group>
        </Fieldset>
        <Fieldset legend="Absence and repair">
          <Group gap="sm" align="flex-end">
            <Count
              readOnly={!editable}
              label="Check-ins unanswered in a row (empty: never)"
              value={policy.silenceAfter}
              onChange={(silenceAfter) => {
                change({ silenceAfter });
              }}
            />
            <Count
              readOnly={!editable}
              label="Sessions missed in a row (empty: never)"
              value={policy.missedSessionsAfter}
              onChange={(missedSessionsAfter) => {
                change({ missedSessionsAfter });
              }}
            />
            <Count
              readOnly={!editable}
              label="Check-ins within which the alliance is to be back"
              value={policy.repairWithin}
              onChange={(repairWithin) => {
                change({ repairWithin: repairWithin ?? 1 });
              }}
            />
          </Group>
        </Fieldset>
        {editable && (
          <Group gap="md">
            <Button type="submit" loading={saving.isPending}>
              Save
            </Button>
            <Saved error={saving.error} done={saving.isSuccess} />
          </Group>
        )}
      </Stack>
    </form>
  );
}

interface CountProps {
  readonly label: string;
  readonly value: number | null;
  readonly min?: number;
  readonly max?: number;
  readonly readOnly: boolean;
  readonly onChange: (value: number | null) => void;
}

function Count({ label, value, min = 1, max = 20, readOnly, onChange }: CountProps) {
  return (
    <NumberInput
      label={label}
      w={180}
      readOnly={readOnly}
      min={min}
      max={max}
      allowDecimal={false}
      value={value ?? ''}
      onChange={(entered) => {
        onChange(entered === '' ? null : Number(entered));
      }}
    />
  );
}
