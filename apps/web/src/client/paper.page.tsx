import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { instrumentQuery } from '../api/asking.ts';
import { allianceScalesQuery, clientQuery, instrumentToAsk } from '../api/caseload.ts';
import { type Instrument, instrumentsQuery, nameOf } from '../api/instruments.ts';
import { Failed, Loading } from '../shell/states.tsx';
import { useTitle } from '../shell/use-title.ts';
import { PaperForm } from './paper-form.tsx';
import { ToCaseload } from './to-caseload.tsx';

const route = getRouteApi('/clients/$clientId/paper');

/** What a client answered on paper, keyed in by staff. */
export function PaperPage(): ReactNode {
  const { clientId } = route.useParams();
  const { data: client, error: noClient, refetch: refetchClient } = useQuery(clientQuery(clientId));
  const { data: scales, error: noScales, refetch: refetchScales } = useQuery(allianceScalesQuery);
  const { data: all } = useQuery(instrumentsQuery);
  const choices = useMemo(() => newestOf(all ?? []), [all]);
  const [chosen, setChosen] = useState<string | null>(null);
  // Where no rule watches the alliance there is still paper of other instruments.
  const usual = client && scales && (instrumentToAsk(client, scales) ?? choices[0]?.url);
  const url = chosen ?? usual;
  const asked = useQuery({ ...instrumentQuery(nameOf(url ?? '')), enabled: url !== undefined });
  const { data: instrument, error, refetch } = asked;
  useTitle(t`From paper`);
  const failed = error ?? noClient ?? noScales;
  const retry = () => void Promise.all([refetch(), refetchClient(), refetchScales()]);
  if (failed) return <Failed order={1} error={failed} onRetry={retry} back={<ToCaseload />} />;
  if (!instrument || !client) return <Loading order={1} label={t`Loading the check-in`} />;
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
      <NativeSelect
        label={t`What was answered`}
        maw={420}
        value={url}
        data={choices.map((each) => ({ value: each.url, label: each.title }))}
        onChange={({ currentTarget: { value } }) => {
          setChosen(value);
        }}
      />
      <PaperForm key={instrument.url} clientId={clientId} instrument={instrument} />
    </Stack>
  );
}

/** Each once, whatever versions there are, by title. */
function newestOf(all: readonly Instrument[]) {
  const newest = new Map<string, Instrument>();
  for (const each of all) {
    const known = newest.get(each.url);
    if (!known || known.publishedAt < each.publishedAt) newest.set(each.url, each);
  }
  return [...newest.values()].toSorted((one, other) => one.title.localeCompare(other.title));
}
