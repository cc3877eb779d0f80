import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { enterPaper, instrumentQuery, type PaperInstrument } from '../api/asking.ts';
import { clientQuery } from '../api/caseload.ts';
import { Failed, Loading } from '../shell/states.tsx';
import { useTitle } from '../shell/use-title.ts';

const route = getRouteApi('/clients/$clientId/paper');
const alliance = 'attune-alliance-check-in';

/** What a client answered on paper, keyed in by staff. */
export function PaperPage(): ReactNode {
  const { clientId } = route.useParams();
  const { data: client, error: noClient } = useQuery(clientQuery(clientId));
  const { data: instrument, error, refetch } = useQuery(instrumentQuery(alliance));
  useTitle(t`From paper`);
  const failed = error ?? noClient;
  if (failed) return <Failed error={failed} onRetry={() => void refetch()} />;
  if (!instrument || !client) return <Loading label={t`Loading the check-in`} />;
  return (
    <Stack gap="lg" maw={720}>
      <div>
        <Title order={1} size="h2">
          <Trans>
            {instrument.title} of{' '}
            <Link to="/clients/$clientId" params={{ clientId }} className="link">
              {client.name}
            </Link>
          </Trans>
        </Title>
        <Text c="dimmed" size="sm">
          <Trans>
            As it stands on the paper; leave open what was left open. That you keyed it in is kept with it.
          </Trans>
        </Text>
      </div>
      <PaperForm clientId={clientId} instrument={instrument} />
    </Stack>
  );
}

/** This device's date and time, as the field takes it. */
const localNow = () => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

interface Props {
  readonly clientId: string;
  readonly instrument: PaperInstrument;
}

function PaperForm({ clientId, instrument }: Props) {
  const { url, version, items } = instrument;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [at, setAt] = useState(localNow);
  const [values, setValues] = useState<Readonly<Record<string, number>>>({});
  const entering = useMutation({
    mutationFn: enterPaper,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['client', clientId] });
      await navigate({ to: '/clients/$clientId', params: { clientId } });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const answers = items.map(({ linkId }) => ({ linkId, value: values[linkId] ?? null }));
        entering.mutate({
          ...{ clientId, instrument: { url, version }, answers, key },
          answeredAt: new Date(at).toISOString(),
        });
      }}
    >
      <Stack gap="lg">
        <TextInput
          type="datetime-local"
          label={t`Answered at`}
          required
          max={localNow()}
          value={at}
          maw={260}
          onChange={({ currentTarget: { value } }) => {
            setAt(value);
          }}
        />
        {items.map(({ linkId, text, options }, index) => (
          <Radio.Group
            key={linkId}
            label={`${index + 1}. ${text}`}
            value={values[linkId] === undefined ? '' : String(values[linkId])}
            onChange={(value) => {
              setValues({ ...values, [linkId]: Number(value) });
            }}
          >
            <Group gap="md" mt={6}>
              {options.map((option) => (
                <Radio key={option.value} value={String(option.value)} label={option.label} />
              ))}
            </Group>
          </Radio.Group>
        ))}
        {entering.error && (
          <Text c="red" size="sm" role="alert">
            {entering.error.message}
          </Text>
        )}
        <div>
          <Button type="submit" loading={entering.isPending} disabled={Object.keys(values).length === 0}>
            <Trans>Keep it</Trans>
          </Button>
        </div>
      </Stack>
    </form>
  );
}
