import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, List, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KnownPerson } from '../../api/people.ts';
import { Saved } from '../../forms/saved.tsx';

interface Props {
  readonly person: KnownPerson;
  readonly erasing: boolean;
  readonly error: Error | null;
  readonly onErase: () => void;
}

/** Says what will be gone and what stays, and asks for the name before anything happens. */
export function EraseForm({ person: { kind, name }, erasing, error, onErase }: Props) {
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState('');
  if (!asked) {
    return (
      <Group>
        <Button
          variant="outline"
          color="red"
          onClick={() => {
            setAsked(true);
          }}
        >
          <Trans>Erase {name}…</Trans>
        </Button>
      </Group>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === name) onErase();
      }}
    >
      <List size="sm" spacing={4} mb="sm">
        <List.Item>
          <Trans>
            Name, email, phone, language, consents and sign-in of {name} vanish here and in every copy. Nobody
            can bring them back.
          </Trans>
        </List.Item>
        {kind === 'client' ? (
          <>
            <List.Item>
              <Trans>The client is asked nothing any more, and messages that wait are not sent.</Trans>
            </List.Item>
            <List.Item>
              <Trans>
                Sessions, answers, scores and alerts stay, under a number that leads to nobody’s name.
              </Trans>
            </List.Item>
          </>
        ) : (
          <List.Item>
            <Trans>What the person did stays written down, under a number that leads to nobody’s name.</Trans>
          </List.Item>
        )}
        <List.Item>
          <Trans>Refused while a care relationship lasts: end it first.</Trans>
        </List.Item>
      </List>
      <TextInput
        label={t`To confirm, enter the name: ${name}`}
        autoComplete="off"
        autoFocus
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
        }}
      />
      <Group gap="md" mt="sm">
        <Button type="submit" color="red" loading={erasing} disabled={typed.trim() !== name}>
          <Trans>Erase for good</Trans>
        </Button>
        <Button
          variant="default"
          onClick={() => {
            setAsked(false);
            setTyped('');
          }}
        >
          <Trans>Keep</Trans>
        </Button>
      </Group>
      <Saved error={error} done={false} />
      {error === null && (
        <Text size="xs" c="dimmed">
          <Trans>That you did it is written down.</Trans>
        </Text>
      )}
    </form>
  );
}
