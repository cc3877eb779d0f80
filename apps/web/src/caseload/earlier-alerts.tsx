import { Group, Stack, Text, Title } from '@mantine/core';
import { RepairWords } from '../alerts/alert-help.tsx';
import { SeverityMark } from '../alerts/severity.tsx';
import { type Alert, outcomes } from '../api/alerts.ts';
import { useZone } from '../api/session.ts';
import { day, moment } from '../shell/formats.ts';

const ends: Readonly<Record<string, string>> = {
  ...outcomes,
  withdrawn: 'Closed by itself: its scores were taken back',
};

/** What became of alerts that are closed, and what was written about them. */
export function EarlierAlerts({ alerts }: { readonly alerts: readonly Alert[] }) {
  const zone = useZone();
  if (alerts.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        Earlier alerts
      </Title>
      <Stack component="ul" gap="md" className="plain">
        {alerts.map((alert) => (
          <li key={alert.alertId}>
            <Group gap="sm">
              <SeverityMark severity={alert.severity} />
              <Text size="sm" c="dimmed">
                {day(alert.raisedAt, zone)}
                {alert.outcome && ` · ${ends[alert.outcome] ?? alert.outcome}`}
              </Text>
            </Group>
            <Text size="sm">{alert.explanation}</Text>
            <RepairWords alert={alert} />
            {alert.notes.map((note) => (
              <Text key={note.noteId} size="sm" c="dimmed" className="written">
                “{note.text}” {note.writtenByName ?? 'Somebody'}, {moment(note.writtenAt, zone)}
              </Text>
            ))}
          </li>
        ))}
      </Stack>
    </section>
  );
}
