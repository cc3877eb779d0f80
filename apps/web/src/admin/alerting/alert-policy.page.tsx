import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Fieldset, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type AlertPolicy, alertPolicyQuery, saveAlertPolicy } from '../../api/admin.ts';
import { may, sessionQuery } from '../../api/session.ts';
import { KeptForm } from '../../forms/kept-form.tsx';
import { useTitle } from '../../shell/use-title.ts';

const kinds = {
  safety: msg`Safety, by the clock`,
  high: msg`High`,
  medium: msg`Medium`,
  low: msg`Low`,
} as const;

export function AlertPolicyPage(): ReactNode {
  useTitle(t`Alerts: administration`);
  const { data: person } = useSuspenseQuery(sessionQuery);
  const editable = person !== null && may.setRules(person);
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} size="h4">
          <Trans>What becomes of an alert</Trans>
        </Title>
        <Text size="sm" c="dimmed">
          <Trans>Holds from now on; deadlines that were set before stay as they are.</Trans>{' '}
          {!editable && <Trans>The clinic lead and administrators change it.</Trans>}
        </Text>
      </div>
      <KeptForm
        query={alertPolicyQuery}
        save={saveAlertPolicy}
        loading={t`Loading the alert policy`}
        editable={editable}
      >
        {(policy, change) => <Fields policy={policy} change={change} editable={editable} />}
      </KeptForm>
    </Stack>
  );
}

interface FieldsProps {
  readonly policy: AlertPolicy;
  readonly change: (part: Partial<AlertPolicy>) => void;
  readonly editable: boolean;
}

function Fields({ policy, change, editable }: FieldsProps) {
  return (
    <>
      <Fieldset legend={t`Acknowledge within so many working hours`}>
        <Group gap="sm" align="flex-end">
          {(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => (
            <NumberInput
              key={kind}
              label={i18n._(kinds[kind])}
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
      <Fieldset legend={t`Putting off`}>
        <Group gap="sm">
          <Count
            readOnly={!editable}
            label={t`Days at most`}
            value={policy.snooze.days}
            max={30}
            onChange={(days) => {
              change({ snooze: { ...policy.snooze, days: days ?? 1 } });
            }}
          />
          <Count
            readOnly={!editable}
            label={t`How often`}
            min={0}
            max={10}
            value={policy.snooze.times}
            onChange={(times) => {
              change({ snooze: { ...policy.snooze, times: times ?? 0 } });
            }}
          />
        </Group>
      </Fieldset>
      <Fieldset legend={t`Absence and repair`}>
        <Group gap="sm" align="flex-end">
          <Count
            readOnly={!editable}
            label={t`Check-ins unanswered in a row (empty: never)`}
            value={policy.silenceAfter}
            onChange={(silenceAfter) => {
              change({ silenceAfter });
            }}
          />
          <Count
            readOnly={!editable}
            label={t`Sessions missed in a row (empty: never)`}
            value={policy.missedSessionsAfter}
            onChange={(missedSessionsAfter) => {
              change({ missedSessionsAfter });
            }}
          />
          <Count
            readOnly={!editable}
            label={t`Check-ins within which the alliance is to be back`}
            value={policy.repairWithin}
            onChange={(repairWithin) => {
              change({ repairWithin: repairWithin ?? 1 });
            }}
          />
        </Group>
      </Fieldset>
    </>
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
