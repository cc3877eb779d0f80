import { t } from '@lingui/core/macro';
import { Group, NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PolicyDraft, Scope, Trigger } from '../../api/admin.ts';
import { instrumentsQuery } from '../../api/instruments.ts';
import { problemAt } from '../../forms/field-problem.ts';
import { newestOf } from './newest.ts';
import { readHours, scopeWords, triggerWords } from './policy-words.ts';

interface Props {
  readonly policy: PolicyDraft;
  readonly reminders: string;
  readonly error: Error | null;
  readonly onChange: (part: Partial<PolicyDraft>) => void;
  readonly onReminders: (reminders: string) => void;
}

/** What is asked, when and of whom; the same for a policy that is new and for one that is changed. */
export function PolicyFields({ policy, reminders, error, onChange, onReminders }: Props) {
  const { data: instruments = [] } = useQuery(instrumentsQuery);
  const { title, instrument, active, delayHours, windowDays } = policy;
  const offered = newestOf(instruments).map((one) => ({
    value: one.instrument.url,
    label: one.instrument.title,
  }));
  return (
    <>
      <Switch
        label={t`Asks clients`}
        checked={active}
        onChange={(event) => {
          onChange({ active: event.currentTarget.checked });
        }}
      />
      <TextInput
        label={t`Name`}
        required
        maxLength={200}
        value={title}
        error={problemAt(error, '/title')}
        onChange={(event) => {
          onChange({ title: event.currentTarget.value });
        }}
      />
      <NativeSelect
        label={t`Which instrument`}
        value={instrument.url}
        error={problemAt(error, '/instrument')}
        data={[
          ...(instrument.url === '' ? [{ value: '', label: t`Choose an instrument` }] : []),
          // What is asked now stays to be seen while the list is on its way.
          ...(offered.some(({ value }) => value === instrument.url) || instrument.url === ''
            ? []
            : [instrument.url]),
          ...offered,
        ]}
        onChange={(event) => {
          onChange({ instrument: { url: event.currentTarget.value } });
        }}
      />
      <When {...{ trigger: policy.trigger, error, onChange }} />
      <ForWhom {...{ scope: policy.scope, error, onChange }} />
      <Group gap="sm" align="flex-start">
        <Count
          label={t`Hours until it is asked`}
          value={delayHours}
          min={0}
          max={720}
          onChange={(hours) => {
            onChange({ delayHours: hours });
          }}
        />
        <Count
          label={t`Days to answer`}
          value={windowDays}
          min={1}
          max={30}
          onChange={(days) => {
            onChange({ windowDays: days });
          }}
        />
      </Group>
      <TextInput
        label={t`Reminders after so many hours`}
        description={t`Up to three, as in 24, 48; empty for none. Before the time to answer is over.`}
        value={reminders}
        error={
          readHours(reminders) === null
            ? t`Write whole hours with commas between.`
            : problemAt(error, '/reminderHours')
        }
        onChange={(event) => {
          onReminders(event.currentTarget.value);
        }}
      />
    </>
  );
}

type PartProps = Pick<Props, 'error' | 'onChange'>;

const triggerKinds = [
  'after-every-session',
  'every-nth-session',
  'at-intake',
  'every-n-weeks',
  'at-end-of-care',
  'never',
] as const;
const usualN = 4;

const triggerOf = (kind: Trigger['kind'], n: number): Trigger =>
  kind === 'every-nth-session' || kind === 'every-n-weeks' ? { kind, n } : { kind };

function When({ trigger, error, onChange }: PartProps & { readonly trigger: Trigger }) {
  const n = 'n' in trigger ? trigger.n : usualN;
  return (
    <Group gap="sm" align="flex-start">
      <NativeSelect
        label={t`When`}
        value={trigger.kind}
        error={problemAt(error, '/trigger')}
        data={triggerKinds.map((kind) => ({ value: kind, label: triggerWords(triggerOf(kind, n)) }))}
        onChange={(event) => {
          onChange({ trigger: triggerOf(event.currentTarget.value as Trigger['kind'], n) });
        }}
      />
      {'n' in trigger && (
        <Count
          label={trigger.kind === 'every-n-weeks' ? t`Every so many weeks` : t`Every so many sessions`}
          value={trigger.n}
          min={1}
          max={52}
          onChange={(count) => {
            onChange({ trigger: { ...trigger, n: count } });
          }}
        />
      )}
    </Group>
  );
}

function ForWhom({ scope, error, onChange }: PartProps & { readonly scope: Scope }) {
  // One client is chosen on the client's own page, and stays chosen here.
  const kinds: readonly Scope[] =
    scope.kind === 'client'
      ? [scope]
      : [{ kind: 'all' }, { kind: 'session-type', type: '' }, { kind: 'team', team: '' }];
  const word = scope.kind === 'session-type' ? scope.type : scope.kind === 'team' ? scope.team : null;
  return (
    <Group gap="sm" align="flex-start">
      <NativeSelect
        label={t`For whom`}
        description={t`On one instrument the narrowest that fits decides alone`}
        value={scope.kind}
        data={kinds.map(({ kind }) => ({ value: kind, label: scopeWords(kind) }))}
        error={word === null ? problemAt(error, '/scope') : undefined}
        onChange={(event) => {
          const chosen = kinds.find(({ kind }) => kind === event.currentTarget.value);
          if (chosen) onChange({ scope: chosen });
        }}
      />
      {word !== null && (
        <TextInput
          label={scope.kind === 'team' ? t`Which team` : t`Which kind of session`}
          description={t`The short word that you use for it`}
          required
          maxLength={64}
          value={word}
          error={problemAt(error, '/scope')}
          onChange={({ currentTarget: { value } }) => {
            onChange({
              scope:
                scope.kind === 'team' ? { kind: 'team', team: value } : { kind: 'session-type', type: value },
            });
          }}
        />
      )}
    </Group>
  );
}

interface CountProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function Count({ label, value, min, max, onChange }: CountProps) {
  return (
    <NumberInput
      {...{ label, value, min, max }}
      w={190}
      allowDecimal={false}
      onChange={(entered) => {
        onChange(Number(entered));
      }}
    />
  );
}
