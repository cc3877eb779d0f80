import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type CatalogueKey, catalogueQuery, instrumentsQuery, nameOf } from '../../api/instruments.ts';
import { may, sessionQuery, useZone } from '../../api/session.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { day, inARow, languageName } from '../../shell/formats.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Validated } from './validated.tsx';
import { newestOf } from './newest.ts';

/** What clients can be asked, and what waits for the words of a licence. */
export function InstrumentsPage(): ReactNode {
  useTitle(t`Instruments: administration`);
  const { data: person } = useSuspenseQuery(sessionQuery);
  const instruments = useQuery(instrumentsQuery);
  const catalogue = useQuery(catalogueQuery);
  const publishes = person !== null && may.publishInstruments(person);
  return (
    <Stack gap="xl">
      <Stack gap="lg">
        <PageHead
          title={<Trans>Instruments</Trans>}
          actions={
            publishes && (
              <Button renderRoot={(props) => <Link to="/admin/instruments/new" {...props} />}>
                <Trans>Upload an instrument</Trans>
              </Button>
            )
          }
        >
          <Trans>What clients can be asked. A version that is published never changes.</Trans>{' '}
          {!publishes && <Trans>Administrators add to it.</Trans>}
        </PageHead>
        <Fetched of={instruments} loading={t`Loading instruments`}>
          {(all) =>
            all.length === 0 ? (
              <Empty title={t`No instrument`}>
                <Trans>Nothing can be asked yet.</Trans>
              </Empty>
            ) : (
              <InstrumentTable of={newestOf(all)} />
            )
          }
        </Fetched>
      </Stack>
      <section aria-labelledby="awaiting">
        <Stack gap="sm">
          <div>
            <Title id="awaiting" order={3} size="h5">
              <Trans>Waiting for their words</Trans>
            </Title>
            <Text size="sm" c="dimmed" maw={640}>
              <Trans>
                Their scoring is built in; the questions themselves belong to their holders. With a licence,
                an administrator uploads the words.
              </Trans>
            </Text>
          </div>
          <Fetched of={catalogue} loading={t`Loading the catalogue`} rows={2}>
            {(keys) => (
              <ul className="plain rows">
                {keys
                  .filter(({ status }) => status === 'awaits-wording')
                  .map((key) => (
                    <Waiting key={key.name} of={key} publishes={publishes} />
                  ))}
              </ul>
            )}
          </Fetched>
        </Stack>
      </section>
    </Stack>
  );
}

function InstrumentTable({ of }: { readonly of: ReturnType<typeof newestOf> }) {
  const zone = useZone();
  return (
    <Table className="clients" verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">
            <Trans>Instrument</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Version</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Licence</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Validated</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Languages</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Published</Trans>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {of.map(
          ({
            instrument: { url, title, version, licence, validated, languages, publishedAt, items },
            versions,
          }) => (
            <Table.Tr key={url}>
              <Table.Th scope="row">
                <Link to="/admin/instruments/$name" params={{ name: nameOf(url) }} className="link">
                  {title}
                </Link>
              </Table.Th>
              <Table.Td data-label={t`Version`}>
                <span>
                  {version}
                  {versions > 1 && (
                    <Text size="sm" c="dimmed" span>
                      {' '}
                      {t`of ${versions}`}
                    </Text>
                  )}
                  <Text size="sm" c="dimmed" span>
                    , {plural(items.length, { one: '# item', other: '# items' })}
                  </Text>
                </span>
              </Table.Td>
              <Table.Td data-label={t`Licence`}>{licence?.name ?? '–'}</Table.Td>
              <Table.Td data-label={t`Validated`}>
                <Validated validated={validated} />
              </Table.Td>
              <Table.Td data-label={t`Languages`}>
                {inARow((languages ?? []).map(languageName)) || '–'}
              </Table.Td>
              <Table.Td data-label={t`Published`}>{day(publishedAt, zone)}</Table.Td>
            </Table.Tr>
          ),
        )}
      </Table.Tbody>
    </Table>
  );
}

function Waiting({ of, publishes }: { readonly of: CatalogueKey; readonly publishes: boolean }) {
  const { name, title, holder, licence, caution, items } = of;
  return (
    <li>
      <Group justify="space-between" w="100%" gap="sm">
        <div className="grow">
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed" className="breaks">
            {plural(items.length, { one: '# item', other: '# items' })} · {licence.name} · {holder}
          </Text>
          {caution !== null && (
            <Text size="sm" c="dimmed">
              {caution}
            </Text>
          )}
        </div>
        {publishes && (
          <Button
            size="xs"
            variant="default"
            aria-label={t`Upload the words of ${title}`}
            renderRoot={(props) => <Link to="/admin/instruments/new" search={{ wording: name }} {...props} />}
          >
            <Trans>Upload the words</Trans>
          </Button>
        )}
      </Group>
    </li>
  );
}
