import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { nameOf } from '../../api/instruments.ts';
import { useZone } from '../../api/session.ts';
import { day, inARow, languageName } from '../../shell/formats.ts';
import type { newestOf } from './newest.ts';
import { Validated } from './validated.tsx';

/** Each instrument by its newest version. */
export function InstrumentTable({ of }: { readonly of: ReturnType<typeof newestOf> }) {
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
