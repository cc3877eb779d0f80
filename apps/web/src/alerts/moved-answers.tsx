import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { changesQuery, type ItemChange } from '../api/answers.ts';
import { isRefused } from '../api/http.ts';
import { useZone } from '../api/session.ts';
import { day, moment } from '../shell/formats.ts';
import { Failed, Loading } from '../shell/states.tsx';
import { chooseAnswers } from './choose-answers.ts';

const said = (value: number | null, label: string | null) =>
  value === null ? '–' : (label ?? String(value));

/** What was answered about harm, and the items whose answers have moved most since last time; all on request. */
export function MovedAnswers({ responseId }: { readonly responseId: string }) {
  const { data, error, refetch } = useQuery(changesQuery(responseId));
  const [all, setAll] = useState(false);
  // Whoever may not read answers is shown none.
  if (isRefused(error)) return null;
  if (error)
    return (
      <Failed title={t`The answers could not be fetched.`} error={error} onRetry={() => void refetch()} />
    );
  if (!data) return <Loading rows={1} label={t`Loading the answers`} />;
  const { answeredAt, previous, instrument } = data;
  const compared = previous !== null;
  const { answered, rows, risky, moved } = chooseAnswers(data.items, compared, all);
  const title = compared ? t`Answers that moved` : t`What was answered`;
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>
        {compared && risky > 0 ? t`Answered about harm, and what moved` : title}{' '}
        <Text span c="dimmed" size="xs" fw={400}>
          {instrument.title}
        </Text>
      </Text>
      {rows.length > 0 && <Answers rows={rows} at={answeredAt} before={previous?.answeredAt ?? null} />}
      {compared && moved === 0 && (
        <Text size="sm">
          {risky > 0
            ? t`Every other answer is the same as the time before.`
            : t`Every answer is the same as the time before.`}
        </Text>
      )}
      {rows.length < answered && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            setAll(true);
          }}
        >
          {plural(answered, { one: 'Show the one answer', other: 'Show all # answers' })}
        </Button>
      )}
    </div>
  );
}

interface AnswersProps {
  readonly rows: readonly ItemChange[];
  /** When these were given, and those of the time before, where there was one. */
  readonly at: string;
  readonly before: string | null;
}

const Answers = ({ rows, at, before }: AnswersProps) => (
  <Table verticalSpacing={4} className="answers">
    <Table.Thead>
      <Table.Tr>
        <Table.Th>
          <Trans>Item</Trans>
        </Table.Th>
        {before && <Head title={t`Before`} at={before} other={at} />}
        <Head title={t`This time`} at={at} other={before} />
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {rows.map((item) => (
        <Table.Tr key={item.linkId}>
          <Table.Td>
            {item.risk?.met && (
              <Badge color="red" variant="filled" tt="none" mr={8}>
                <Trans>About harm</Trans>
              </Badge>
            )}
            {item.text}
          </Table.Td>
          {before && <Table.Td>{said(item.previous, item.previousLabel)}</Table.Td>}
          <Table.Td fw={item.risk?.met ? 600 : undefined}>{said(item.value, item.label)}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);

interface HeadProps {
  readonly title: string;
  readonly at: string;
  readonly other: string | null;
}

/** The day the answers are of; and the time, where both are of one day. */
function Head({ title, at, other }: HeadProps) {
  const zone = useZone();
  const isSameDay = other !== null && day(at, zone) === day(other, zone);
  return (
    <Table.Th>
      {title}
      <Text component="span" display="block" size="xs" c="dimmed" className="unbroken">
        {isSameDay ? moment(at, zone) : day(at, zone)}
      </Text>
    </Table.Th>
  );
}
