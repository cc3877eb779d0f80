import { Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Clinic, clinicQuery, saveClinic } from '../../api/admin.ts';
import { may, sessionQuery } from '../../api/session.ts';
import { Failed, Loading } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { hoursOf, hoursText, weekdays } from './hours-text.ts';
import { Saved } from '../../forms/saved.tsx';
import { type Saving, useSaving } from '../../forms/use-saving.ts';

export function HoursPage(): ReactNode {
  useTitle('Hours: administration');
  const { data, error, refetch } = useQuery(clinicQuery);
  const saving = useSaving(saveClinic, 'clinic');
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading label="Loading the clinic’s hours" />;
  return <HoursForm key={data.version} kept={data} saving={saving} />;
}

function HoursForm({ kept, saving }: { readonly kept: Clinic; readonly saving: Saving<Clinic> }) {
  const { data: person } = useSuspenseQuery(sessionQuery);
  const [zone, setZone] = useState(kept.zone);
  const [days, setDays] = useState(() => weekdays.map((_, index) => hoursText(kept.workingHours, index + 1)));
  const [holidays, setHolidays] = useState(kept.holidays.join('\n'));
  const read = days.map((text, index) => hoursOf(text, index + 1));
  const readOnly = person === null || !may.setRules(person);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const workingHours = read.flatMap((hours) => hours ?? []);
        saving.mutate({ ...kept, zone, workingHours, holidays: holidays.split(/\s+/).filter(Boolean) });
      }}
    >
      <Stack gap="md" maw={480}>
        <div>
          <Title order={2} size="h4">
            The clinic’s hours
          </Title>
          <Text size="sm" c="dimmed">
            Deadlines of alerts count these hours only.
            {readOnly && ' The clinic lead and administrators change them.'}
          </Text>
        </div>
        <TextInput
          label="Time zone"
          description="As in Europe/Berlin"
          required
          readOnly={readOnly}
          value={zone}
          onChange={(event) => {
            setZone(event.currentTarget.value);
          }}
        />
        {weekdays.map((weekday, index) => (
          <TextInput
            key={weekday}
            label={weekday}
            placeholder="closed"
            readOnly={readOnly}
            value={days[index] ?? ''}
            error={read[index] === null && 'Write hours such as 09:00–12:30, 13:30–18:00, or nothing.'}
            onChange={(event) => {
              setDays(days.with(index, event.currentTarget.value));
            }}
          />
        ))}
        <Textarea
          label="Holidays"
          description="One day a line, as in 2026-12-25"
          autosize
          minRows={3}
          readOnly={readOnly}
          value={holidays}
          onChange={(event) => {
            setHolidays(event.currentTarget.value);
          }}
        />
        {!readOnly && (
          <Group gap="md">
            <Button type="submit" loading={saving.isPending} disabled={read.includes(null)}>
              Save
            </Button>
            <Saved error={saving.error} done={saving.isSuccess} />
          </Group>
        )}
      </Stack>
    </form>
  );
}
