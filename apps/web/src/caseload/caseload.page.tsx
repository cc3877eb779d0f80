import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { caseloadQuery, type CaseloadSearch, type Sort, sorts, staffQuery } from '../api/caseload.ts';
import { Empty, Failed, Loading } from '../shell/states.tsx';
import { moment, whole } from '../shell/formats.ts';
import { ClientTable } from './client-table.tsx';

const route = getRouteApi('/caseload');

/** Every client the person may see, those at risk first. */
export function CaseloadPage(): ReactNode {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { data, error, refetch, isPending } = useQuery(caseloadQuery(search));
  const { data: staff = [] } = useQuery(staffQuery);
  const [trail, setTrail] = useState<readonly (string | undefined)[]>([]);
  const [text, setText] = useState(search.search ?? '');
  // Another order or another search begins at its first page.
  const narrow = (change: CaseloadSearch) => {
    setTrail([]);
    void navigate({
      to: '/caseload',
      search: clean({ ...search, ...change, cursor: undefined }),
      replace: true,
    });
  };
  const searchSoon = useDebouncedCallback((value: string) => {
    narrow({ search: value });
  }, 250);
  const turn = (cursor: string | undefined) =>
    void navigate({ to: '/caseload', search: clean({ ...search, cursor }) });
  const therapists = staff.filter(({ roles }) => roles.includes('therapist'));
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="baseline">
        <Title order={1} size="h2">
          Caseload
        </Title>
        <Text size="sm" c="dimmed" role="status">
          {data &&
            `${whole(data.total)} ${data.total === 1 ? 'client' : 'clients'}${data.asOf ? ` · as of ${moment(data.asOf)}` : ''}`}
        </Text>
      </Group>
      <Group gap="sm" align="flex-end">
        <TextInput
          label="Search"
          placeholder="Name"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            searchSoon(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label="Sort by"
          value={search.sort ?? 'risk'}
          onChange={(event) => {
            narrow({ sort: event.currentTarget.value as Sort });
          }}
          data={Object.entries(sorts).map(([value, label]) => ({ value, label }))}
        />
        {therapists.length > 0 && (
          <NativeSelect
            label="Therapist"
            value={search.therapistId ?? ''}
            onChange={(event) => {
              narrow({ therapistId: event.currentTarget.value });
            }}
            data={[
              { value: '', label: 'All' },
              ...therapists.map(({ personId, name }) => ({ value: personId, label: name })),
            ]}
          />
        )}
      </Group>
      {isPending && <Loading rows={8} label="Loading the caseload" />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <Empty title="Nobody found">No client matches. Try fewer letters or all therapists.</Empty>
      )}
      {data && data.items.length > 0 && <ClientTable clients={data.items} />}
      {data && (trail.length > 0 || data.next !== null) && (
        <Group justify="flex-end">
          <Button
            variant="default"
            disabled={trail.length === 0}
            onClick={() => {
              turn(trail.at(-1));
              setTrail(trail.slice(0, -1));
            }}
          >
            Previous
          </Button>
          <Button
            variant="default"
            disabled={data.next === null}
            onClick={() => {
              setTrail([...trail, search.cursor]);
              turn(data.next ?? undefined);
            }}
          >
            Next
          </Button>
        </Group>
      )}
    </Stack>
  );
}

const clean = (search: { readonly [Field in keyof CaseloadSearch]: CaseloadSearch[Field] | undefined }) =>
  Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  ) as CaseloadSearch;
