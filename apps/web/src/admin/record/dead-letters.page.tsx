import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type DeadLetter, deadLettersQuery, retryLetter, skipLetter } from '../../api/dead-letters.ts';
import { useZone } from '../../api/session.ts';
import { inARow, moment } from '../../shell/formats.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Saved } from '../../forms/saved.tsx';
import { useSaving } from '../../forms/use-saving.ts';
import { letterKindWords, serviceWords } from './audit-words.ts';

/** Events that a service could not take in, and behind which later ones about the same client wait. */
export function DeadLettersPage(): ReactNode {
  useTitle(t`Dead letters: administration`);
  const letters = useQuery(deadLettersQuery);
  return (
    <Stack gap="lg">
      <PageHead title={<Trans>Dead letters</Trans>}>
        <Trans>Events that could not be taken in. Later ones about the same client wait behind them.</Trans>
      </PageHead>
      <Fetched of={letters} loading={t`Loading dead letters`} rows={3}>
        {({ items, away }) => (
          <>
            {away.length > 0 && (
              <Text role="alert" c="red" size="sm">
                <Trans>Not to be reached now: {inARow(away.map(serviceWords))}. Theirs are not shown.</Trans>
              </Text>
            )}
            {items.length === 0 && away.length === 0 && (
              <Empty title={t`Nothing waits`}>
                <Trans>Every event was taken in.</Trans>
              </Empty>
            )}
            {items.map((letter) => (
              <Letter key={letter.id} letter={letter} />
            ))}
          </>
        )}
      </Fetched>
    </Stack>
  );
}

function Letter({ letter }: { readonly letter: DeadLetter }) {
  const zone = useZone();
  const [since, where] = [moment(letter.parkedAt, zone), serviceWords(letter.service)];
  const [reason, setReason] = useState('');
  const [skips, setSkips] = useState(false);
  const retrying = useSaving(retryLetter, 'dead-letters');
  const skipping = useSaving(skipLetter, 'dead-letters');
  return (
    <Card withBorder radius="md" component="section" aria-label={`${where}: ${letter.reason}`}>
      <Stack gap="xs">
        <Text fw={600}>
          {where}: {letterKindWords(letter.kind)}
        </Text>
        <Text size="sm" c="dimmed" className="breaks">
          <Trans>
            {letter.reason}: {letter.topic}, number {letter.sequence} of {letter.key}, since {since}
          </Trans>
        </Text>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            loading={retrying.isPending}
            onClick={() => {
              retrying.mutate(letter);
            }}
          >
            <Trans>Try again</Trans>
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-expanded={skips}
            onClick={() => {
              setSkips(!skips);
            }}
          >
            <Trans>Leave it out…</Trans>
          </Button>
        </Group>
        {skips && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              skipping.mutate({ letter, reason: reason.trim() });
            }}
          >
            <Group gap="sm" align="flex-end">
              <TextInput
                label={t`Why it is left out for good`}
                className="grow"
                required
                minLength={3}
                maxLength={500}
                value={reason}
                onChange={(event) => {
                  setReason(event.currentTarget.value);
                }}
              />
              <Button
                type="submit"
                color="red"
                loading={skipping.isPending}
                disabled={reason.trim().length < 3}
              >
                <Trans>Leave it out</Trans>
              </Button>
            </Group>
          </form>
        )}
        <Saved
          error={retrying.error ?? skipping.error}
          done={retrying.isSuccess}
          words={t`Tried again; it still waits if it is still shown.`}
        />
      </Stack>
    </Card>
  );
}
