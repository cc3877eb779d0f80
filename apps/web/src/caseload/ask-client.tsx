import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Asked, askClient, showCode } from '../api/asking.ts';
import { useZone } from '../api/session.ts';
import { moment } from '../shell/formats.ts';

/** Ways to the client's next check-in: a link to hand over, a mail, a code on this screen, or paper. */
export function AskClient({ clientId }: { readonly clientId: string }) {
  const asking = useMutation({ mutationFn: askClient });
  const [keys] = useState(() => ({ 'by-hand': crypto.randomUUID(), message: crypto.randomUUID() }));
  if (asking.data) return <AskedFor asked={asking.data} />;
  const ask = (delivery: keyof typeof keys) => {
    asking.mutate({ clientId, delivery, key: keys[delivery] });
  };
  return (
    <div>
      <Group gap="sm">
        <Button
          variant="default"
          loading={asking.isPending}
          onClick={() => {
            ask('by-hand');
          }}
        >
          <Trans>Ask for a check-in</Trans>
        </Button>
        <Button
          variant="default"
          loading={asking.isPending}
          onClick={() => {
            ask('message');
          }}
        >
          <Trans>Send it by email</Trans>
        </Button>
        <Link to="/clients/$clientId/paper" params={{ clientId }} className="link">
          <Trans>Key in from paper</Trans>
        </Link>
      </Group>
      {asking.error && (
        <Text c="red" size="sm" role="alert" mt={4}>
          {asking.error.message}
        </Text>
      )}
    </div>
  );
}

function AskedFor({ asked: { requestId, link, expiresAt } }: { readonly asked: Asked }) {
  const zone = useZone();
  const coding = useMutation({ mutationFn: showCode });
  if (link === null)
    return (
      <Text size="sm" role="status">
        <Trans>
          Attune sends the link by email, or by SMS where that is what the client agreed to; not at night. It
          opens until {moment(expiresAt, zone)}.
        </Trans>
      </Text>
    );
  return (
    <Stack gap={4}>
      <Group align="flex-end" gap="sm">
        <TextInput label={t`Link for the client`} readOnly autoFocus value={link} className="grow" />
        <CopyButton value={link}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? t`Copied` : t`Copy`}</Button>}
        </CopyButton>
        <Button
          variant="default"
          loading={coding.isPending}
          onClick={() => {
            coding.mutate(requestId);
          }}
        >
          <Trans>Show a code</Trans>
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        <Trans>
          Opens the check-in once, until {moment(expiresAt, zone)}. Give it to this client alone, by a way
          that you trust; it is not shown again.
        </Trans>
      </Text>
      {coding.error && (
        <Text c="red" size="sm" role="alert">
          {coding.error.message}
        </Text>
      )}
      {coding.data && (
        <img
          className="code"
          alt={t`Code for the client’s phone: it opens the check-in`}
          src={`data:image/svg+xml;base64,${btoa(coding.data.svg)}`}
        />
      )}
    </Stack>
  );
}
