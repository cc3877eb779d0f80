import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Asked, askClient } from '../api/asking.ts';
import { allianceScalesQuery, type Client, instrumentToAsk } from '../api/caseload.ts';
import { clientMessagesQuery, requestsQuery, waysQuery } from '../api/requests.ts';
import { useZone } from '../api/session.ts';
import { moment } from '../shell/formats.ts';
import { usePageActions } from '../shell/page-actions.ts';
import { messageWords, withheldWords } from './message-words.ts';

/** Ways to the client's next check-in: a link to hand over, a message, a code on this screen, or paper. */
export function AskClient({ client }: { readonly client: Client }) {
  const { clientId } = client;
  const { data: scales = [] } = useQuery(allianceScalesQuery);
  const instrument = instrumentToAsk(client, scales);
  const queries = useQueryClient();
  const { data: ways } = useQuery(waysQuery(clientId));
  const withheld = ways?.withheld ?? null;
  const asking = useMutation({
    mutationFn: askClient,
    onSuccess: () => queries.invalidateQueries({ queryKey: requestsQuery(clientId).queryKey }),
  });
  const [keys] = useState(() => ({ 'by-hand': crypto.randomUUID(), message: crypto.randomUUID() }));
  const ask = (delivery: keyof typeof keys) => {
    if (instrument !== undefined) asking.mutate({ clientId, instrument, delivery, key: keys[delivery] });
  };
  const bySending = ways?.channel === 'sms' ? t`Send it by SMS` : t`Send it by email`;
  const asks = instrument !== undefined && !asking.data && !asking.isPending;
  const navigate = useNavigate();
  usePageActions([
    ...(asks
      ? [
          {
            key: 'ask',
            title: t`Ask for a check-in`,
            go: () => {
              ask('by-hand');
            },
          },
        ]
      : []),
    ...(asks && withheld === null
      ? [
          {
            key: 'send',
            title: bySending,
            go: () => {
              ask('message');
            },
          },
        ]
      : []),
    {
      ...{ key: 'paper', title: t`Key in from paper` },
      go: () => navigate({ to: '/clients/$clientId/paper', params: { clientId } }),
    },
  ]);
  if (asking.data) return <AskedFor clientId={clientId} asked={asking.data} />;
  return (
    <div>
      <Group gap="sm">
        <Button
          variant="default"
          loading={asking.isPending}
          disabled={instrument === undefined}
          onClick={() => {
            ask('by-hand');
          }}
        >
          <Trans>Ask for a check-in</Trans>
        </Button>
        {withheld === null && (
          <Button
            variant="default"
            loading={asking.isPending}
            disabled={instrument === undefined}
            onClick={() => {
              ask('message');
            }}
          >
            {bySending}
          </Button>
        )}
        <Link to="/clients/$clientId/paper" params={{ clientId }} className="link">
          <Trans>Key in from paper</Trans>
        </Link>
      </Group>
      {withheld !== null && (
        <Text size="sm" mt={4}>
          <Trans>
            No message reaches this client: {withheldWords(withheld)}. Hand over a link, show a code, or key
            in from paper.
          </Trans>
        </Text>
      )}
      {asking.error && (
        <Text c="red" size="sm" role="alert" mt={4}>
          {asking.error.message}
        </Text>
      )}
    </div>
  );
}

interface AskedProps {
  readonly clientId: string;
  readonly asked: Asked;
}

function AskedFor({ clientId, asked }: AskedProps) {
  const { link, expiresAt } = asked;
  const zone = useZone();
  if (link === null) return <MessageState clientId={clientId} asked={asked} />;
  return (
    <Stack gap={4}>
      <Group align="flex-end" gap="sm">
        <TextInput label={t`Link for the client`} readOnly autoFocus value={link} className="grow" />
        <CopyButton value={link}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? t`Copied` : t`Copy`}</Button>}
        </CopyButton>
      </Group>
      <Text size="sm" c="dimmed">
        <Trans>
          Opens the check-in once, until {moment(expiresAt, zone)}. Give it to this client alone, by a way
          that you trust; it is not shown again.
        </Trans>
      </Text>
    </Stack>
  );
}

/** What becomes of the message, as it happens: it may be withheld, or wait for the morning. */
function MessageState({ clientId, asked: { requestId, expiresAt } }: AskedProps) {
  const zone = useZone();
  const { data } = useQuery(clientMessagesQuery(clientId, requestId));
  const message = data?.find((each) => each.requestId === requestId);
  const until = moment(expiresAt, zone);
  return (
    <Text size="sm" role="status">
      {messageWords(message, zone)}{' '}
      {message?.status !== 'withheld' && message?.status !== 'failed' && (
        <Trans>The link in it opens until {until}.</Trans>
      )}
    </Text>
  );
}
