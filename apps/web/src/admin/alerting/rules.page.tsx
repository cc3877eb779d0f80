import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { activateRuleSet, type RuleSet, ruleSetsQuery, tryRuleSet } from '../../api/admin.ts';
import { may, sessionQuery, useZone } from '../../api/session.ts';
import { day } from '../../shell/formats.ts';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Saved } from '../../forms/saved.tsx';
import { useSaving } from '../../forms/use-saving.ts';

/** Which rules raise alerts, and what others would have raised on the clinic's own history. */
export function RulesPage(): ReactNode {
  useTitle('Rules: administration');
  const { data, error, refetch } = useQuery(ruleSetsQuery);
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} size="h4">
          Rules that raise alerts
        </Title>
        <Text size="sm" c="dimmed">
          Try a set on the last 90 days before it is put in force. New sets come in through the API.
        </Text>
      </div>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} label="Loading the rule sets" />}
      {data?.length === 0 && <Empty title="No rule set">Nothing raises an alert.</Empty>}
      {data?.map((ruleSet) => (
        <RuleSetCard key={`${ruleSet.name}@${ruleSet.version}`} ruleSet={ruleSet} />
      ))}
    </Stack>
  );
}

function RuleSetCard({ ruleSet }: { readonly ruleSet: RuleSet }) {
  const { data: person } = useSuspenseQuery(sessionQuery);
  const zone = useZone();
  const [sure, setSure] = useState(false);
  const trying = useMutation({ mutationFn: tryRuleSet });
  const activating = useSaving(activateRuleSet, 'rule-sets');
  const changes = person !== null && may.setRules(person);
  const { name, version, title, active, publishedAt, rules } = ruleSet;
  return (
    <Card withBorder radius="md" component="section" aria-label={`${name}, version ${version}`}>
      <Stack gap="xs">
        <Group gap="sm">
          <Text fw={600}>{title}</Text>
          {active && <Badge tt="none">In force</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {name}, version {version}, {rules.length} {rules.length === 1 ? 'rule' : 'rules'}, written down{' '}
          {day(publishedAt, zone)}
        </Text>
        <Text size="sm">{rules.map(({ code }) => code).join(', ')}</Text>
        {changes && (
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              loading={trying.isPending}
              onClick={() => {
                trying.mutate(ruleSet);
              }}
            >
              Try it on our history
            </Button>
            {!active && (
              <Button
                size="xs"
                variant={sure ? 'filled' : 'default'}
                loading={activating.isPending}
                onClick={() => {
                  if (sure) activating.mutate(ruleSet);
                  setSure(!sure);
                }}
              >
                {sure ? 'Yes, judge new scores by it' : 'Put in force'}
              </Button>
            )}
          </Group>
        )}
        <div role="status">
          {trying.data && (
            <Text size="sm">
              {trying.data.summary} {trying.data.alerts} alerts about {trying.data.clientsWithAlert} clients,{' '}
              {trying.data.alertsPer100Scores.toFixed(1)} in 100 scores.
            </Text>
          )}
        </div>
        <Saved
          error={trying.error ?? activating.error}
          done={activating.isSuccess}
          words="In force for new scores."
        />
      </Stack>
    </Card>
  );
}
