import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { askClient } from '../api/caseload.ts';
import { useZone } from '../api/session.ts';
import { moment } from '../shell/formats.ts';

/** Makes a link for the client's next check-in. It is shown once; the platform keeps only its hash. */
export function AskClient({ clientId }: { readonly clientId: string }) {
  const asking = useMutation({ mutationFn: askClient });
  const zone = useZone();
  const [key] = useState(() => crypto.randomUUID());
  if (asking.data) {
    return (
      <Stack gap={4}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label="Link for the client"
            readOnly
            autoFocus
            value={asking.data.link}
            className="grow"
          />
          <CopyButton value={asking.data.link}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>}
          </CopyButton>
        </Group>
        <Text size="sm" c="dimmed">
          Opens the check-in once, until {moment(asking.data.expiresAt, zone)}. Give it to this client alone,
          by a way that you trust; it is not shown again.
        </Text>
      </Stack>
    );
  }
  return (
    <div>
      <Button
        variant="default"
        loading={asking.isPending}
        onClick={() => {
          asking.mutate({ clientId, key });
        }}
      >
        Ask for a check-in
      </Button>
      {asking.error && (
        <Text c="red" size="sm" role="alert" mt={4}>
          {asking.error.message}
        </Text>
      )}
    </div>
  );
}
