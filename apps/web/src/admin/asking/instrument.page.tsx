import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Group, NativeSelect, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  type Figure,
  type Instrument,
  instrumentsQuery,
  nameOf,
  questionnaireAddress,
} from '../../api/instruments.ts';
import { may, sessionQuery, useZone } from '../../api/session.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { day, inARow, languageName } from '../../shell/formats.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Validated } from './validated.tsx';
import { ItemTable } from './item-table.tsx';
import { byVersion } from './newest.ts';
import { ScoringKeySection } from '../scoring-keys/scoring-key.tsx';

const route = getRouteApi('/admin/instruments/$name');

/** One instrument: whose it is, what it measures, and how long its items take those who answer. */
export function InstrumentPage(): ReactNode {
  useTitle(t`Instrument: administration`);
  const { name } = route.useParams();
  const { version } = route.useSearch();
  const instruments = useQuery(instrumentsQuery);
  return (
    <Fetched of={instruments} loading={t`Loading the instrument`}>
      {(all) => {
        const versions = all
          .filter(({ url }) => nameOf(url) === name)
          .toSorted((one, other) => byVersion(other.version, one.version));
        const shown = versions.find((one) => one.version === version) ?? versions[0];
        return shown ? (
          <Shown instrument={shown} versions={versions.map((one) => one.version)} />
        ) : (
          <Empty title={t`No such instrument`}>
            <Trans>Perhaps it was named otherwise.</Trans>
          </Empty>
        );
      }}
    </Fetched>
  );
}

interface ShownProps {
  readonly instrument: Instrument;
  readonly versions: readonly string[];
}

function Shown({ instrument, versions }: ShownProps) {
  const navigate = useNavigate();
  const zone = useZone();
  const { data: person } = useSuspenseQuery(sessionQuery);
  const corrects = person !== null && may.publishInstruments(person);
  const { url, version, title, notice, validated, languages, licence, publishedAt, keyRevision } = instrument;
  return (
    <Stack gap="lg">
      <PageHead
        title={title}
        actions={
          <Group gap="sm" align="flex-end">
            {versions.length > 1 && (
              <NativeSelect
                label={t`Version`}
                value={version}
                data={[...versions]}
                onChange={({ currentTarget: { value } }) => {
                  void navigate({
                    to: '/admin/instruments/$name',
                    params: { name: nameOf(url) },
                    search: { version: value },
                  });
                }}
              />
            )}
            <Anchor
              href={questionnaireAddress(instrument)}
              download={`${nameOf(url)}.fhir.json`}
              className="link"
              size="sm"
            >
              <Trans>As a FHIR Questionnaire</Trans>
            </Anchor>
          </Group>
        }
      >
        <span className="breaks">
          {url}, {version}
        </span>
      </PageHead>
      <dl className="facts">
        <Fact term={t`Validated`}>
          <Validated validated={validated} />
        </Fact>
        <Fact term={t`Licence`}>
          {licence?.url !== undefined ? (
            <Anchor href={licence.url} className="link" inherit rel="noreferrer">
              {licence.name}
            </Anchor>
          ) : (
            (licence?.name ?? '–')
          )}
        </Fact>
        <Fact term={t`Languages`}>{inARow((languages ?? []).map(languageName)) || '–'}</Fact>
        <Fact term={t`Published`}>{day(publishedAt, zone)}</Fact>
        {keyRevision > 0 && <Fact term={t`Key corrected`}>{keyRevision}</Fact>}
      </dl>
      <Text size="sm" maw={640}>
        {notice}
      </Text>
      <section aria-labelledby="scales">
        <Title id="scales" order={3} size="h5" mb="xs">
          <Trans>Scales</Trans>
        </Title>
        <Table className="clients" verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">
                <Trans>Scale</Trans>
              </Table.Th>
              <Table.Th scope="col">
                <Trans>From</Trans>
              </Table.Th>
              <Table.Th scope="col">
                <Trans>To</Trans>
              </Table.Th>
              <Table.Th scope="col">
                <Trans>Better is</Trans>
              </Table.Th>
              <Table.Th scope="col">
                <Trans>Reliability</Trans>
              </Table.Th>
              <Table.Th scope="col">
                <Trans>Standard deviation</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {instrument.scales.map(({ code, title: scale, min, max, higherIsBetter, psychometrics }) => (
              <Table.Tr key={code}>
                <Table.Th scope="row">{scale}</Table.Th>
                <Table.Td data-label={t`From`}>{min}</Table.Td>
                <Table.Td data-label={t`To`}>{max}</Table.Td>
                <Table.Td data-label={t`Better is`}>{higherIsBetter ? t`higher` : t`lower`}</Table.Td>
                <Table.Td data-label={t`Reliability`}>
                  <Known figure={psychometrics.reliability} />
                </Table.Td>
                <Table.Td data-label={t`Standard deviation`}>
                  <Known figure={psychometrics.sd} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <ItemTable instrument={instrument} />
      {corrects && <ScoringKeySection key={version} instrument={instrument} />}
    </Stack>
  );
}

/** A number with its source, or why nobody knows it. */
function Known({ figure }: { readonly figure: Figure }) {
  return 'unknown' in figure ? (
    <Text size="xs" c="dimmed" maw={280}>
      {figure.unknown}
    </Text>
  ) : (
    <div>
      {figure.value}
      <Text size="xs" c="dimmed" maw={280}>
        {figure.source}
      </Text>
    </div>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
