import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Clinic, clinicQuery, saveClinic } from '../../api/admin.ts';
import { may, sessionQuery } from '../../api/session.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { hoursOf, hoursText, weekdays } from './hours-text.ts';
import { QuietHours } from './quiet-hours.tsx';
import { Saved } from '../../forms/saved.tsx';
import { type Saving, useSaving } from '../../forms/use-saving.ts';

export function HoursPage(): ReactNode {
  useTitle(t`Hours: administration`);
  const { data: person } = useSuspenseQuery(sessionQuery);
  const clinic = useQuery(clinicQuery);
  const saving = useSaving(saveClinic, 'clinic');
  const readOnly = person === null || !may.setRules(person);
  return (
    <Stack gap="lg">
      <PageHead title={<Trans>The clinic’s hours</Trans>}>
        <Trans>Deadlines of alerts count these hours only.</Trans>{' '}
        {readOnly && <Trans>The clinic lead and administrators change them.</Trans>}
      </PageHead>
      <Fetched of={clinic} loading={t`Loading the clinic’s hours`}>
        {(kept) => <HoursForm key={kept.version} kept={kept} saving={saving} readOnly={readOnly} />}
      </Fetched>
      <QuietHours readOnly={readOnly} />
    </Stack>
  );
}

interface FormProps {
  readonly kept: Clinic;
  readonly saving: Saving<Clinic>;
  readonly readOnly: boolean;
}

function HoursForm({ kept, saving, readOnly }: FormProps) {
  const [zone, setZone] = useState(kept.zone);
  const [days, setDays] = useState(() => weekdays.map((_, index) => hoursText(kept.workingHours, index + 1)));
  const [holidays, setHolidays] = useState(kept.holidays.join('\n'));
  const read = days.map((text, index) => hoursOf(text, index + 1));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const workingHours = read.flatMap((hours) => hours ?? []);
        saving.mutate({ ...kept, zone, workingHours, holidays: holidays.split(/\s+/).filter(Boolean) });
      }}
    >
      <Stack gap="md" maw={480}>
        <TextInput
          label={t`Time zone`}
          description={t`As in Europe/Berlin`}
          required
          readOnly={readOnly}
          value={zone}
          onChange={(event) => {
            setZone(event.currentTarget.value);
          }}
        />
        {weekdays.map((weekday, index) => (
          <TextInput
            key={weekday.id}
            label={i18n._(weekday)}
            placeholder={t`closed`}
            readOnly={readOnly}
            value={days[index] ?? ''}
            error={read[index] === null && t`Write hours such as 09:00–12:30, 13:30–18:00, or nothing.`}
            onChange={(event) => {
              setDays(days.with(index, event.currentTarget.value));
            }}
          />
        ))}
        <Textarea
          label={t`Holidays`}
          description={t`One day a line, as in 2026-12-25`}
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
              <Trans>Save</Trans>
            </Button>
            <Saved error={saving.error} done={saving.isSuccess} />
          </Group>
        )}
      </Stack>
    </form>
  );
}
