import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Instrument, type ItemUsage, nameOf, usageQuery } from '../../api/instruments.ts';
import { dropOff } from './drop-off.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { whole } from '../../shell/formats.ts';

/** Its questions, with the seconds that they take and after which of them forms are left. Counts, of nobody. */
export function ItemTable({ instrument }: { readonly instrument: Instrument }) {
  const usage = useQuery(usageQuery(nameOf(instrument.url)));
  return (
    <section aria-labelledby="items">
      <Stack gap="xs">
        <Title id="items" order={3} size="h5">
          <Trans>Questions, and how they are used</Trans>
        </Title>
        <Fetched of={usage} loading={t`Loading how the form is used`}>
          {(all) => (
            <Items
              instrument={instrument}
              usage={all.filter(({ version }) => version === instrument.version)}
            />
          )}
        </Fetched>
      </Stack>
    </section>
  );
}

const unknown = { halfWithinSeconds: null, nineTenthsWithinSeconds: null, timed: null, left: null };

interface ItemsProps {
  readonly instrument: Instrument;
  readonly usage: readonly ItemUsage[];
}

function Items({ instrument: { items }, usage }: ItemsProps) {
  // Of fewer than five nothing is told: a table of dashes would say less.
  const told = usage.some((one) => one.timed !== null || one.left !== null);
  if (!told) {
    return (
      <>
        <Text size="sm" c="dimmed" maw={640}>
          <Trans>
            How long each question takes, and after which of them forms are left, was measured of fewer than
            five answers so far.
          </Trans>
        </Text>
        <ol>
          {items.map(({ linkId, text, risk }) => (
            <li key={linkId}>
              <Question text={text} risk={risk} />
            </li>
          ))}
        </ol>
      </>
    );
  }
  const worst = dropOff(usage);
  const seconds = (value: number | null, timed: number | null) =>
    value === null ? (timed === null ? '–' : t`over 300 s`) : t`${value} s`;
  return (
    <>
      <Text size="sm" c="dimmed" maw={640}>
        <Trans>
          Of all who answered this version, without anything about them. A dash stands for fewer than five.
        </Trans>
      </Text>
      <Table className="clients" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">
              <Trans>Question</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>Half within</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>Nine in ten within</Trans>
            </Table.Th>
            <Table.Th scope="col">
              <Trans>Left after it</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ linkId, text, risk }) => {
            const used = usage.find((one) => one.linkId === linkId);
            const { halfWithinSeconds, nineTenthsWithinSeconds, timed, left } = used ?? unknown;
            return (
              <Table.Tr key={linkId}>
                <Table.Th scope="row">
                  <Question text={text} risk={risk} />
                </Table.Th>
                <Table.Td data-label={t`Half within`}>{seconds(halfWithinSeconds, timed)}</Table.Td>
                <Table.Td data-label={t`Nine in ten within`}>
                  {seconds(nineTenthsWithinSeconds, timed)}
                </Table.Td>
                <Table.Td data-label={t`Left after it`}>
                  {left === null ? '–' : whole(left)}
                  {worst?.linkId === linkId && (
                    <Text size="sm" span className="severity-medium">
                      {' '}
                      <Trans>most of all</Trans>
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </>
  );
}

function Question({ text, risk }: { readonly text: string; readonly risk: unknown }) {
  return (
    <>
      {text}
      {risk !== undefined && (
        <Text size="sm" span className="severity-high unbroken">
          {' '}
          <Trans>(about harm)</Trans>
        </Text>
      )}
    </>
  );
}
