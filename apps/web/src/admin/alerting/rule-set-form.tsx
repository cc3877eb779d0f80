import type { Rule } from '@attune/clinical';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { publishRuleSet, type RuleSetDraft, tryRules } from '../../api/rule-sets.ts';
import { problemAt } from '../../forms/field-problem.ts';
import { Refusals } from '../../forms/refusals.tsx';
import { useCreating } from '../../forms/use-creating.ts';
import { AddRule } from './add-rule.tsx';
import { shippedName } from './draft-rules.ts';
import { RuleFields } from './rule-fields.tsx';
import { rulePlace } from './rule-place.ts';
import { setName } from './rule-names.ts';
import { TrialResult } from './trial-result.tsx';
import { useMeasures } from './use-measures.ts';

/** The rules of a draft: each with its numbers, tried before they are written down. */
export function RuleSetForm({ begin }: { readonly begin: RuleSetDraft }) {
  const [draft, setDraft] = useState(begin);
  const [days, setDays] = useState(90);
  const trying = useMutation({ mutationFn: tryRules });
  const publishing = useCreating(publishRuleSet, 'rule-sets');
  const measureOf = useMeasures();
  const error = publishing.error ?? trying.error;
  const setRules = (rules: readonly Rule[]) => {
    setDraft({ ...draft, rules });
  };
  const reserved = draft.name === shippedName;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        publishing.mutate(draft);
      }}
    >
      <Stack gap="md">
        <Group gap="sm" align="flex-start">
          <TextInput
            label={t`Name of the set`}
            description={t`Short, in small letters: the same name makes its next version`}
            required
            w={320}
            value={draft.name}
            error={reserved ? t`This name is for what ships. Choose another.` : problemAt(error, '/name')}
            onChange={({ currentTarget: { value } }) => {
              setDraft({ ...draft, name: value });
            }}
          />
          <TextInput
            label={t`Title`}
            description={t`What people read`}
            required
            className="grow"
            maxLength={200}
            value={draft.title}
            error={problemAt(error, '/title')}
            onChange={({ currentTarget: { value } }) => {
              setDraft({ ...draft, title: value });
            }}
          />
        </Group>
        {draft.rules.map((rule, index) => (
          <RuleFields
            key={rule.code}
            rule={rule}
            measure={measureOf(rule)}
            problem={(field) => problemAt(error, `/rules/${index}/${field}`)}
            onChange={(changed) => {
              setRules(draft.rules.with(index, changed));
            }}
            onRemove={() => {
              setRules(draft.rules.toSpliced(index, 1));
            }}
          />
        ))}
        <AddRule
          rules={draft.rules}
          onAdd={(rule) => {
            setRules([...draft.rules, rule]);
          }}
        />
        <Group gap="sm" align="flex-end">
          <NumberInput
            label={t`Days of our history`}
            w={160}
            min={1}
            max={3660}
            allowDecimal={false}
            value={days}
            onChange={(value) => {
              setDays(Number(value));
            }}
          />
          <Button
            variant="default"
            loading={trying.isPending}
            disabled={draft.rules.length === 0 || days < 1}
            onClick={() => {
              publishing.reset();
              trying.mutate({ rules: draft.rules, days });
            }}
          >
            <Trans>Try it on our history</Trans>
          </Button>
          <Button
            type="submit"
            loading={publishing.isPending}
            disabled={draft.rules.length === 0 || reserved}
          >
            <Trans>Write it down</Trans>
          </Button>
          <Button variant="default" renderRoot={(props) => <Link to="/admin/rules" {...props} />}>
            <Trans>Back to the list</Trans>
          </Button>
        </Group>
        <Refusals error={error} placeWords={(pointer) => rulePlace(draft.rules, pointer)} />
        <div role="status">
          {publishing.data && (
            <Text>
              <Trans>Written down as “{setName(publishing.data, [])}”. Put it in force from the list.</Trans>
            </Text>
          )}
        </div>
        <TrialResult trial={trying.data} rules={trying.variables?.rules ?? []} />
      </Stack>
    </form>
  );
}
