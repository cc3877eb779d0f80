import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type DeadLetter, deadLettersQuery, retryLetter, skipLetter } from '../../api/dead-letters.ts';
import { useZone } from '../../api/session.ts';
import { moment } from '../../shell/formats.ts';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Saved } from '../../forms/saved.tsx';
import { useSaving } from '../../forms/use-saving.ts';

/** Events that a service could not take in, and behind which later ones about the same client wait. */
export function DeadLettersPage(): ReactNode {
  useTitle('Dead letters: administration');
  const { data, error, refetch } = useQuery(deadLettersQuery);
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} size="h4">
          Dead letters
        </Title>
        <Text size="sm" c="dimmed">
          Events that could not be taken in. Later ones about the same client wait behind them.
        </Text>
      </div>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} label="Loading dead letters" />}
      {data && data.away.length > 0 && (
        <Text role="alert" c="red" size="sm">
          Not to be reached now: {data.away.join(', ')}. Theirs are not shown.
        </Text>
      )}
      {data?.items.length === 0 && data.away.length === 0 && (
        <Empty title="Nothing waits">Every event was taken in.</Empty>
      )}
      {data?.items.map((letter) => (
        <Letter key={letter.id} letter={letter} />
      ))}
    </Stack>
  );
}

function Letter({ letter }: { readonly letter: DeadLetter }) {
  const zone = useZone();
  const [reason, setReason] = useState('');
  const [skips, setSkips] = useState(false);
  const retrying = useSaving(retryLetter, 'dead-letters');
  const skipping = useSaving(skipLetter, 'dead-letters');
  return (
    <Card withBorder radius="md" component="section" aria-label={`${letter.service}: ${letter.reason}`}>
      <Stack gap="xs">
        <Text fw={600}>
          {letter.service}: {letter.reason} ({letter.kind})
        </Text>
        <Text size="sm" c="dimmed" className="breaks">
          {letter.topic}, number {letter.sequence} of {letter.key}, since {moment(letter.parkedAt, zone)}
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
            Try again
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-expanded={skips}
            onClick={() => {
              setSkips(!skips);
            }}
          >
            Leave it out…
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
                label="Why it is left out for good"
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
                Leave it out
              </Button>
            </Group>
          </form>
        )}
        <Saved
          error={retrying.error ?? skipping.error}
          done={retrying.isSuccess}
          words="Tried again; it still waits if it is still shown."
        />
      </Stack>
    </Card>
  );
}
