import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { activateRuleSet, keyOf, type RuleSet, ruleSetsQuery, tryRuleSet } from '../../api/rule-sets.ts';
import { may, sessionQuery, useZone } from '../../api/session.ts';
import { Saved } from '../../forms/saved.tsx';
import { useSaving } from '../../forms/use-saving.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { day } from '../../shell/formats.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { ruleName, setName, setTitle } from './rule-names.ts';
import { TrialResult } from './trial-result.tsx';
import { Usefulness } from './usefulness.tsx';

const triedDays = 90;

/** Which rules raise alerts, and what others would have raised on the clinic's own history. */
export function RulesPage(): ReactNode {
  useTitle(t`Rules: administration`);
  const { data: person } = useSuspenseQuery(sessionQuery);
  const ruleSets = useQuery(ruleSetsQuery);
  const changes = person !== null && may.setRules(person);
  return (
    <Stack gap="lg">
      <PageHead
        title={<Trans>Rules that raise alerts</Trans>}
        actions={
          changes && (
            <Button renderRoot={(props) => <Link to="/admin/rules/new" {...props} />}>
              <Trans>Write a new version</Trans>
            </Button>
          )
        }
      >
        <Trans>A version never changes. Try a set on the last 90 days before it is put in force.</Trans>{' '}
        {!changes && <Trans>The clinic lead and administrators do that.</Trans>}
      </PageHead>
      <Fetched of={ruleSets} loading={t`Loading the rule sets`} rows={3}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t`No rule set`}>
              <Trans>Nothing raises an alert.</Trans>
            </Empty>
          ) : (
            <>
              {all.map((ruleSet) => (
                <RuleSetCard
                  key={keyOf(ruleSet)}
                  ruleSet={ruleSet}
                  name={setName(ruleSet, all)}
                  changes={changes}
                />
              ))}
              {person !== null && may.seeEverybody(person) && <Usefulness ruleSets={all} />}
            </>
          )
        }
      </Fetched>
    </Stack>
  );
}

interface CardProps {
  readonly ruleSet: RuleSet;
  /** Unlike that of any other set. */
  readonly name: string;
  readonly changes: boolean;
}

function RuleSetCard({ ruleSet, name, changes }: CardProps) {
  const zone = useZone();
  const { version, active, publishedAt, rules } = ruleSet;
  const written = day(publishedAt, zone);
  const count = plural(rules.length, { one: '# rule', other: '# rules' });
  return (
    <Card withBorder radius="md" component="section" aria-label={name}>
      <Stack gap="xs">
        <Group gap="sm">
          <Text fw={600}>{setTitle(ruleSet)}</Text>
          {active && (
            <Badge tt="none">
              <Trans>In force</Trans>
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          <Trans>
            Version {version}, {count}, written down {written}
          </Trans>
        </Text>
        <Text size="xs" c="dimmed">
          <Trans>in the API: {keyOf(ruleSet)}</Trans>
        </Text>
        <ul className="plain">
          {rules.map((rule) => (
            <li key={rule.code}>
              <Text size="sm">{ruleName(rule)}</Text>
            </li>
          ))}
        </ul>
        {changes && <Steps ruleSet={ruleSet} />}
      </Stack>
    </Card>
  );
}

function Steps({ ruleSet }: { readonly ruleSet: RuleSet }) {
  const [sure, setSure] = useState(false);
  const trying = useMutation({ mutationFn: tryRuleSet });
  const activating = useSaving(activateRuleSet, 'rule-sets');
  return (
    <>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          loading={trying.isPending}
          onClick={() => {
            trying.mutate({ ruleSet, days: triedDays });
          }}
        >
          <Trans>Try it on our history</Trans>
        </Button>
        <Button
          size="xs"
          variant="default"
          renderRoot={(props) => <Link to="/admin/rules/new" search={{ from: keyOf(ruleSet) }} {...props} />}
        >
          <Trans>New version from this</Trans>
        </Button>
        {!ruleSet.active && (
          <Button
            size="xs"
            variant={sure ? 'filled' : 'default'}
            loading={activating.isPending}
            onClick={() => {
              if (sure) activating.mutate(ruleSet);
              setSure(!sure);
            }}
          >
            {sure ? <Trans>Yes, judge new scores by it</Trans> : <Trans>Put in force</Trans>}
          </Button>
        )}
      </Group>
      <TrialResult trial={trying.data} rules={ruleSet.rules} />
      <Saved
        error={trying.error ?? activating.error}
        done={activating.isSuccess}
        words={t`In force for new scores.`}
      />
    </>
  );
}
