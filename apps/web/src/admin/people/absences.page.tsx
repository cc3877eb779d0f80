import { Button, Group, NativeSelect, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { absencesQuery, cancelAbsence, planAbsence } from '../../api/admin.ts';
import { staffQuery } from '../../api/caseload.ts';
import { useZone } from '../../api/session.ts';
import { moment } from '../../shell/formats.ts';
import { Failed, Loading } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Saved } from '../../forms/saved.tsx';
import { useSaving } from '../../forms/use-saving.ts';

/** Who is away, and who covers for their clients and alerts meanwhile. */
export function AbsencesPage(): ReactNode {
  useTitle('Absences: administration');
  const zone = useZone();
  const { data, error, refetch } = useQuery(absencesQuery);
  const { data: staff = [] } = useQuery(staffQuery);
  const cancelling = useSaving(cancelAbsence, 'absences');
  const nameOf = (id: string) => staff.find(({ personId }) => personId === id)?.name ?? 'Somebody';
  return (
    <Stack gap="lg">
      <Title order={2} size="h4">
        Absences
      </Title>
      <PlanForm />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} label="Loading absences" />}
      {data?.length === 0 && <Text c="dimmed">Nobody is away, now or as far as planned.</Text>}
      {data && data.length > 0 && (
        <Table className="clients" verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Away</Table.Th>
              <Table.Th scope="col">Covered by</Table.Th>
              <Table.Th scope="col">From</Table.Th>
              <Table.Th scope="col">Until</Table.Th>
              <Table.Th scope="col">Change</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map(({ absenceId, staffId, coverId, from, to }) => (
              <Table.Tr key={absenceId}>
                <Table.Th scope="row">{nameOf(staffId)}</Table.Th>
                <Table.Td data-label="Covered by">{nameOf(coverId)}</Table.Td>
                <Table.Td data-label="From">{moment(from, zone)}</Table.Td>
                <Table.Td data-label="Until">{moment(to, zone)}</Table.Td>
                <Table.Td data-label="Change">
                  <Button
                    size="xs"
                    variant="default"
                    loading={cancelling.isPending && cancelling.variables === absenceId}
                    aria-label={`Take back the absence of ${nameOf(staffId)}`}
                    onClick={() => {
                      cancelling.mutate(absenceId);
                    }}
                  >
                    Take back
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Saved error={cancelling.error} done={cancelling.isSuccess} words="Taken back." />
    </Stack>
  );
}

function PlanForm() {
  const { data: staff = [] } = useQuery(staffQuery);
  const [staffId, setStaffId] = useState('');
  const [coverId, setCoverId] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const planning = useSaving(planAbsence, 'absences');
  const therapists = staff.filter(({ roles }) => roles.includes('therapist'));
  const options = (not: string) => [
    { value: '', label: 'Choose a therapist' },
    ...therapists
      .filter(({ personId }) => personId !== not)
      .map(({ personId, name }) => ({ value: personId, label: name })),
  ];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const instants = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
        planning.mutate(
          { staffId, coverId, ...instants, key },
          {
            onSuccess: () => {
              setKey(crypto.randomUUID());
              setStaffId('');
              setCoverId('');
            },
          },
        );
      }}
    >
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label="Who is away"
          value={staffId}
          data={options(coverId)}
          onChange={(event) => {
            setStaffId(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label="Who covers"
          value={coverId}
          data={options(staffId)}
          onChange={(event) => {
            setCoverId(event.currentTarget.value);
          }}
        />
        <TextInput
          type="datetime-local"
          label="From"
          required
          value={from}
          onChange={(event) => {
            setFrom(event.currentTarget.value);
          }}
        />
        <TextInput
          type="datetime-local"
          label="Until"
          required
          value={to}
          onChange={(event) => {
            setTo(event.currentTarget.value);
          }}
        />
        <Button type="submit" loading={planning.isPending} disabled={!staffId || !coverId || !from || !to}>
          Plan the absence
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        Times are those of this device. Whoever covers sees the clients and gets their alerts meanwhile.
      </Text>
      <Saved error={planning.error} done={planning.isSuccess} words="Planned." />
    </form>
  );
}
