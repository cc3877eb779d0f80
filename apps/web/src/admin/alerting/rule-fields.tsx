import type { Rule } from '@attune/clinical';
import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import {
  Button,
  Fieldset,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { detectorKinds, detectorTitle, parameterOf, withParameter } from './detector-parameters.ts';
import { ruleName } from './rule-names.ts';

interface Props {
  readonly rule: Rule;
  /** What it looks at, in words. */
  readonly measure: string;
  /** What the platform said about a field of this rule. */
  readonly problem: (field: string) => string | undefined;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}

export const severityChoices = () => [
  { value: 'high', label: t`High` },
  { value: 'medium', label: t`Medium` },
  { value: 'low', label: t`Low` },
];

/** One rule: how grave it is, and the numbers of its detector. */
export function RuleFields({ rule, measure, problem, onChange, onRemove }: Props) {
  const { title, severity, detector, minimumHistory, also } = rule;
  const name = ruleName(rule);
  return (
    <Fieldset legend={name}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {measure} · {detectorTitle(detector.kind)}
        </Text>
        <Group gap="sm" align="flex-start">
          <TextInput
            label={t`What it says`}
            className="grow"
            required
            maxLength={200}
            value={title}
            error={problem('title')}
            onChange={({ currentTarget: { value } }) => {
              onChange({ ...rule, title: value });
            }}
          />
          <NativeSelect
            label={t`Severity`}
            value={severity}
            data={severityChoices()}
            onChange={({ currentTarget: { value } }) => {
              onChange({ ...rule, severity: value as Rule['severity'] });
            }}
          />
        </Group>
        <Group gap="sm" align="flex-start">
          {detectorKinds[detector.kind].parameters.map(({ field, label, optional = false, step = 1 }) => (
            <NumberInput
              key={field}
              label={i18n._(label)}
              w={220}
              step={step}
              required={!optional}
              placeholder={optional ? t`as usual` : ''}
              value={parameterOf(detector, field) ?? ''}
              error={problem(`detector/${field}`)}
              onChange={(value) => {
                const entered = value === '' ? null : Number(value);
                onChange({ ...rule, detector: withParameter(detector, field, entered) });
              }}
            />
          ))}
          <NumberInput
            label={t`Speaks from score number`}
            w={220}
            min={1}
            max={100}
            allowDecimal={false}
            placeholder={t`as usual`}
            value={minimumHistory ?? ''}
            error={problem('minimumHistory')}
            onChange={(value) => {
              const { minimumHistory: _, ...rest } = rule;
              onChange(value === '' ? rest : { ...rest, minimumHistory: Number(value) });
            }}
          />
        </Group>
        <Group justify="space-between" gap="sm">
          <Switch
            label={t`The supervisor sees it at once, too`}
            checked={also === 'supervisor'}
            onChange={({ currentTarget: { checked } }) => {
              const { also: _, ...rest } = rule;
              onChange(checked ? { ...rest, also: 'supervisor' } : rest);
            }}
          />
          <Button size="xs" variant="default" aria-label={t`Leave out: ${name}`} onClick={onRemove}>
            <Trans>Leave this rule out</Trans>
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
