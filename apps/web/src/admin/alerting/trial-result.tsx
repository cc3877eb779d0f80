import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { SeverityMark } from '../../alerts/severity.tsx';
import { personQuery } from '../../api/people.ts';
import type { Trial, WouldBe } from '../../api/rule-sets.ts';
import { useZone } from '../../api/session.ts';
import { day, fixed, whole } from '../../shell/formats.ts';

const shownAtOnce = 10;

/** What rules would have raised: in numbers for all who may try them, with the list for those who see clients. */
export function TrialResult({ trial }: { readonly trial: Trial | undefined }) {
  return (
    <>
      <div role="status">{trial && <Text size="sm">{summary(trial)}</Text>}</div>
      {trial && trial.warnings.length > 0 && <Warnings of={trial.warnings} />}
      {trial && trial.items !== null && trial.items.length > 0 && <WouldBeList items={trial.items} />}
      {trial?.items === null && (
        <Text size="sm" c="dimmed">
          <Trans>Which clients they are is for the clinic lead to see.</Trans>
        </Text>
      )}
    </>
  );
}

/** What the platform says about rules that it takes all the same, each with its places in the set. */
function Warnings({ of }: { readonly of: Trial['warnings'] }) {
  const said = Map.groupBy(of, ({ detail }) => detail);
  return (
    <ul className="plain">
      {[...said].map(([detail, places]) => {
        const rules = places.map(({ pointer }) => Number(pointer.split('/')[2]) + 1).join(', ');
        return (
          <li key={detail}>
            <Text size="sm" c="dimmed">
              <Trans>
                Rules {rules}: {detail}
              </Trans>
            </Text>
          </li>
        );
      })}
    </ul>
  );
}

function summary(trial: Trial): string {
  const { days, scores, alerts, clientsWithAlert, alertsPer100Scores, signallingScores } = trial;
  const [raised, about] = [
    plural(alerts, { one: '# alert', other: '# alerts' }),
    plural(clientsWithAlert, { one: '# client', other: '# clients' }),
  ];
  const [among, share] = [whole(scores), fixed(alertsPer100Scores)];
  const raisedWords = t`In the last ${days} days it would have raised ${raised} about ${about}: ${share} in 100 scores, of ${among} scores.`;
  if (signallingScores <= alerts) return raisedWords;
  const signals = whole(signallingScores);
  return `${raisedWords} ${t`Its rules speak about ${signals} scores: several about one concern are one alert.`}`;
}

function WouldBeList({ items }: { readonly items: readonly WouldBe[] }) {
  const zone = useZone();
  const [most, setMost] = useState(shownAtOnce);
  const shown = items.slice(0, most);
  const ids = [...new Set(shown.map(({ clientId }) => clientId))];
  const people = useQueries({
    queries: ids.map((id) => ({ ...personQuery(id), staleTime: Infinity })),
  });
  const nameOf = (id: string) => people[ids.indexOf(id)]?.data?.name ?? t`a client`;
  return (
    <Stack gap="xs">
      <Table className="clients" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">
              <Trans>Client</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>When</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>Severity</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>Why</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ clientId, answeredAt, severity, rules, reason }) => (
            <Table.Tr key={clientId + answeredAt + rules.join()}>
              <Table.Th scope="row">
                <Link to="/clients/$clientId" params={{ clientId }} className="link">
                  {nameOf(clientId)}
                </Link>
              </Table.Th>
              <Table.Td data-label={t`When`} className="unbroken">
                {day(answeredAt, zone)}
              </Table.Td>
              <Table.Td data-label={t`Severity`}>
                <SeverityMark severity={severity} />
              </Table.Td>
              <Table.Td data-label={t`Why`}>{reason}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {items.length > most && (
        <Group>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setMost(most + shownAtOnce);
            }}
          >
            <Trans>Show older ones</Trans>
          </Button>
        </Group>
      )}
    </Stack>
  );
}
