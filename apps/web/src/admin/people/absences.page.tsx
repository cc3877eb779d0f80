import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { absencesQuery, cancelAbsence, planAbsence } from '../../api/admin.ts';
import { staffQuery } from '../../api/caseload.ts';
import { useZone } from '../../api/session.ts';
import { moment } from '../../shell/formats.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { InstantInput, instantOf } from '../../forms/instant-input.tsx';
import { Saved } from '../../forms/saved.tsx';
import { useCreating } from '../../forms/use-creating.ts';
import { useSaving } from '../../forms/use-saving.ts';

/** Who is away, and who covers for their clients and alerts meanwhile. */
export function AbsencesPage(): ReactNode {
  useTitle(t`Absences: administration`);
  const zone = useZone();
  const absences = useQuery(absencesQuery);
  const { data: staff = [] } = useQuery(staffQuery);
  const cancelling = useSaving(cancelAbsence, 'absences');
  const nameOf = (id: string) => staff.find(({ personId }) => personId === id)?.name ?? t`Somebody`;
  return (
    <Stack gap="lg">
      <PageHead title={<Trans>Absences</Trans>}>
        <Trans>Whoever covers sees the clients and gets their alerts meanwhile.</Trans>
      </PageHead>
      <PlanForm />
      <Fetched of={absences} loading={t`Loading absences`} rows={3}>
        {(planned) =>
          planned.length === 0 ? (
            <Text c="dimmed">
              <Trans>Nobody is away, now or as far as planned.</Trans>
            </Text>
          ) : (
            <Table className="clients" verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">
                    <Trans>Away</Trans>
                  </Table.Th>
                  <Table.Th scope="col">
                    <Trans>Covered by</Trans>
                  </Table.Th>
                  <Table.Th scope="col">
                    <Trans>From</Trans>
                  </Table.Th>
                  <Table.Th scope="col">
                    <Trans>Until</Trans>
                  </Table.Th>
                  <Table.Th scope="col">
                    <Trans>Change</Trans>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {planned.map(({ absenceId, staffId, coverId, from, to }) => (
                  <Table.Tr key={absenceId}>
                    <Table.Th scope="row">{nameOf(staffId)}</Table.Th>
                    <Table.Td data-label={t`Covered by`}>{nameOf(coverId)}</Table.Td>
                    <Table.Td data-label={t`From`}>{moment(from, zone)}</Table.Td>
                    <Table.Td data-label={t`Until`}>{moment(to, zone)}</Table.Td>
                    <Table.Td data-label={t`Change`}>
                      <Button
                        size="xs"
                        variant="default"
                        loading={cancelling.isPending && cancelling.variables === absenceId}
                        aria-label={t`Take back the absence of ${nameOf(staffId)}`}
                        onClick={() => {
                          cancelling.mutate(absenceId);
                        }}
                      >
                        <Trans>Take back</Trans>
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Fetched>
      <Saved error={cancelling.error} done={cancelling.isSuccess} words={t`Taken back.`} />
    </Stack>
  );
}

function PlanForm() {
  const { data: staff = [] } = useQuery(staffQuery);
  const [staffId, setStaffId] = useState('');
  const [coverId, setCoverId] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const clock = useZone();
  const planning = useCreating(planAbsence, 'absences');
  const therapists = staff.filter(({ roles }) => roles.includes('therapist'));
  const options = (not: string) => [
    { value: '', label: t`Choose a therapist` },
    ...therapists
      .filter(({ personId }) => personId !== not)
      .map(({ personId, name }) => ({ value: personId, label: name })),
  ];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const instants = { from: instantOf(from, clock), to: instantOf(to, clock) };
        planning.mutate(
          { staffId, coverId, ...instants },
          {
            onSuccess: () => {
              setStaffId('');
              setCoverId('');
            },
          },
        );
      }}
    >
      <Group gap="sm" align="flex-start">
        <NativeSelect
          label={t`Who is away`}
          value={staffId}
          data={options(coverId)}
          onChange={(event) => {
            setStaffId(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label={t`Who covers`}
          value={coverId}
          data={options(staffId)}
          onChange={(event) => {
            setCoverId(event.currentTarget.value);
          }}
        />
        <InstantInput label={t`From`} required value={from} onChange={setFrom} />
        <InstantInput label={t`Until`} required value={to} onChange={setTo} />
        <Button
          type="submit"
          mt={25}
          loading={planning.isPending}
          disabled={!staffId || !coverId || !from || !to}
        >
          <Trans>Plan the absence</Trans>
        </Button>
      </Group>
      <Saved error={planning.error} done={planning.isSuccess} words={t`Planned.`} />
    </form>
  );
}
