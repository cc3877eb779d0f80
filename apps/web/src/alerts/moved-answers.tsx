import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { changesQuery, type ItemChange } from '../api/answers.ts';

const most = 5;
const said = (value: number | null, label: string | null) =>
  value === null ? '–' : (label ?? String(value));

/** The items whose answers have moved most since the time before. */
export function MovedAnswers({ responseId }: { readonly responseId: string }) {
  const { data, error } = useQuery(changesQuery(responseId));
  // Whoever may not read answers is shown none.
  if (!data || error) return null;
  const rows: readonly ItemChange[] = data.previous
    ? data.items.filter(({ moved }) => moved !== null && moved !== 0)
    : data.items.filter(({ value }) => value !== null);
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>
        {data.previous ? t`Answers that moved` : t`What was answered`}
      </Text>
      {rows.length === 0 ? (
        <Text size="sm">
          <Trans>Every answer is the same as the time before.</Trans>
        </Text>
      ) : (
        <Table verticalSpacing={4} className="answers">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Item</Trans>
              </Table.Th>
              {data.previous && (
                <Table.Th>
                  <Trans>Before</Trans>
                </Table.Th>
              )}
              <Table.Th>
                <Trans>Now</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, most).map((item) => (
              <Table.Tr key={item.linkId}>
                <Table.Td>{item.text}</Table.Td>
                {data.previous && <Table.Td>{said(item.previous, item.previousLabel)}</Table.Td>}
                <Table.Td>{said(item.value, item.label)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}
