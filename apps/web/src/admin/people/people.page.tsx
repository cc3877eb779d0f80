import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Kind, type KnownPerson, peopleQuery } from '../../api/people.ts';
import { may, sessionQuery } from '../../api/session.ts';
import { SoonInput } from '../../forms/soon-input.tsx';
import { Fetched } from '../../shell/fetched.tsx';
import { languageName } from '../../shell/formats.ts';
import { MoreButton } from '../../shell/more-button.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { roleWords } from './role-words.ts';

const route = getRouteApi('/admin/people');

/** Everybody whom the clinic knows, clients and staff, by name. */
export function PeoplePage(): ReactNode {
  useTitle(t`People: administration`);
  const { kind, search } = route.useSearch();
  const navigate = useNavigate();
  const { data: person } = useSuspenseQuery(sessionQuery);
  const people = useInfiniteQuery(peopleQuery({ ...(kind && { kind }), ...(search && { search }) }));
  const narrow = (change: { kind?: Kind | undefined; search?: string | undefined }) => {
    const next = { kind, search, ...change };
    void navigate({
      to: '/admin/people',
      search: { ...(next.kind && { kind: next.kind }), ...(next.search && { search: next.search }) },
      replace: true,
    });
  };
  return (
    <Stack gap="lg">
      <PageHead
        title={<Trans>People</Trans>}
        actions={
          person !== null &&
          may.keepPeople(person) && (
            <Button renderRoot={(props) => <Link to="/admin/people/new" {...props} />}>
              <Trans>Register somebody</Trans>
            </Button>
          )
        }
      >
        <Trans>Clients and staff. What is changed here goes to every part of Attune by itself.</Trans>
      </PageHead>
      <Group gap="sm" align="flex-end">
        <SoonInput
          label={t`Search`}
          placeholder={t`Name`}
          value={search ?? ''}
          onSoon={(entered) => {
            narrow({ search: entered });
          }}
        />
        <NativeSelect
          label={t`Who`}
          value={kind ?? ''}
          data={[
            { value: '', label: t`Everybody` },
            { value: 'client', label: t`Clients` },
            { value: 'staff', label: t`Staff` },
          ]}
          onChange={({ currentTarget: { value } }) => {
            narrow({ kind: value === '' ? undefined : (value as Kind) });
          }}
        />
      </Group>
      <Fetched of={people} loading={t`Loading people`} rows={8}>
        {(found) =>
          found.length === 0 ? (
            <Empty title={t`Nobody here`}>
              {search || kind
                ? t`Nobody matches. Try fewer letters.`
                : t`Whoever is registered or imported appears here.`}
            </Empty>
          ) : (
            <PeopleTable people={found} />
          )
        }
      </Fetched>
      <MoreButton of={people}>
        <Trans>Show more people</Trans>
      </MoreButton>
    </Stack>
  );
}

function PeopleTable({ people }: { readonly people: readonly KnownPerson[] }) {
  return (
    <Table className="clients" verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">
            <Trans>Name</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Who</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Contact</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Agreed to</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Language and zone</Trans>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map(({ personId, kind, name, email, phone, roles, team, consent, language, zone }) => (
          <Table.Tr key={personId}>
            <Table.Th scope="row">
              <Link to="/admin/people/$personId" params={{ personId }} className="link">
                {name}
              </Link>
            </Table.Th>
            <Table.Td data-label={t`Who`}>
              {kind === 'client' ? (
                t`Client`
              ) : (
                <Group gap={6}>
                  {roles.map((role) => (
                    <Badge key={role} variant="light" color="gray" tt="none">
                      {roleWords(role)}
                    </Badge>
                  ))}
                  {roles.length === 0 && t`Staff without a role`}
                  {team !== null && (
                    <Text size="sm" c="dimmed" span>
                      <Trans>Team: {team}</Trans>
                    </Text>
                  )}
                </Group>
              )}
            </Table.Td>
            <Table.Td data-label={t`Contact`} className="breaks">
              {[email, phone].filter((way) => way !== null).join(', ') || '–'}
            </Table.Td>
            <Table.Td data-label={t`Agreed to`}>
              {kind === 'staff'
                ? '–'
                : [consent.email && t`email`, consent.sms && t`SMS`].filter(Boolean).join(', ') || t`nothing`}
            </Table.Td>
            <Table.Td data-label={t`Language and zone`}>
              {languageName(language)}, {zone}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
