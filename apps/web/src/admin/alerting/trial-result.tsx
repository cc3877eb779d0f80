import type { Rule } from '@attune/clinical';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { SeverityMark } from '../../alerts/severity.tsx';
import type { Trial, WouldBe } from '../../api/rule-sets.ts';
import { useZone } from '../../api/session.ts';
import { day } from '../../shell/formats.ts';
import { useNames } from '../people/use-names.ts';
import { ruleName } from './rule-names.ts';
import { trialWords } from './trial-words.ts';
import { useTitles } from './use-measures.ts';
import { warningWords } from './warning-words.ts';

const shownAtOnce = 10;

interface Props {
  readonly trial: Trial | undefined;
  /** Those that were tried. */
  readonly rules: readonly Rule[];
}

/** What rules would have raised: in numbers for all who may try them, with the list for those who see clients. */
export function TrialResult({ trial, rules }: Props) {
  return (
    <>
      <div role="status">{trial && <Text size="sm">{trialWords(trial)}</Text>}</div>
      {trial && trial.warnings.length > 0 && <Warnings of={trial.warnings} rules={rules} />}
      {trial && trial.items !== null && trial.items.length > 0 && (
        <WouldBeList items={trial.items} rules={rules} />
      )}
      {trial?.items === null && (
        <Text size="sm" c="dimmed">
          <Trans>Which clients they are is for the clinic lead to see.</Trans>
        </Text>
      )}
    </>
  );
}

interface WarningsProps {
  readonly of: Trial['warnings'];
  readonly rules: readonly Rule[];
}

function Warnings({ of, rules }: WarningsProps) {
  const titleOf = useTitles();
  return (
    <ul className="plain">
      {warningWords(of, rules, titleOf).map(({ words, places }) => (
        <li key={words}>
          <Text size="sm">{words}</Text>
          <ul>
            {places.map((place) => (
              <li key={place}>
                <Text size="sm" c="dimmed">
                  {place}
                </Text>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

interface ListProps {
  readonly items: readonly WouldBe[];
  readonly rules: readonly Rule[];
}

function WouldBeList({ items, rules }: ListProps) {
  const zone = useZone();
  const [most, setMost] = useState(shownAtOnce);
  const shown = items.slice(0, most);
  const nameOf = useNames(shown.map(({ clientId }) => clientId));
  const spoke = (codes: readonly string[]) => rules.filter(({ code }) => codes.includes(code)).map(ruleName);
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
          {shown.map(({ clientId, answeredAt, severity, rules: codes, reason }) => (
            <Table.Tr key={clientId + answeredAt + codes.join()}>
              <Table.Th scope="row">
                <Link to="/clients/$clientId" params={{ clientId }} className="link">
                  {nameOf(clientId) ?? t`a client`}
                </Link>
              </Table.Th>
              <Table.Td data-label={t`When`} className="unbroken">
                {day(answeredAt, zone)}
              </Table.Td>
              <Table.Td data-label={t`Severity`}>
                <SeverityMark severity={severity} />
              </Table.Td>
              <Table.Td data-label={t`Why`}>
                <div>
                  {spoke(codes).join('; ')}
                  <Text size="sm" c="dimmed">
                    {reason}
                  </Text>
                </div>
              </Table.Td>
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
