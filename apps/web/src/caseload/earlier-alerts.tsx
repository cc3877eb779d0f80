import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Group, Stack, Text, Title } from '@mantine/core';
import { explanationOf } from '../alerts/explanation.ts';
import { RepairWords } from '../alerts/alert-help.tsx';
import { SeverityMark } from '../alerts/severity.tsx';
import { type Alert, outcomes } from '../api/alerts.ts';
import { useZone } from '../api/session.ts';
import { day, moment } from '../shell/formats.ts';

const ends: Readonly<Record<string, MessageDescriptor>> = {
  ...outcomes,
  withdrawn: msg`Closed by itself: its scores were taken back`,
};

const endWords = (outcome: string) => {
  const words = ends[outcome];
  return words ? i18n._(words) : outcome;
};

/** What became of alerts that are closed, and what was written about them. */
export function EarlierAlerts({ alerts }: { readonly alerts: readonly Alert[] }) {
  const zone = useZone();
  if (alerts.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        <Trans>Earlier alerts</Trans>
      </Title>
      <Stack component="ul" gap="md" className="plain">
        {alerts.map((alert) => (
          <li key={alert.alertId}>
            <Group gap="sm">
              <SeverityMark severity={alert.severity} />
              <Text size="sm" c="dimmed">
                {day(alert.raisedAt, zone)}
                {alert.outcome && ` · ${endWords(alert.outcome)}`}
              </Text>
            </Group>
            <Text size="sm">{explanationOf(alert, zone)}</Text>
            <RepairWords alert={alert} />
            {alert.notes.map((note) => (
              <Text key={note.noteId} size="sm" c="dimmed" className="written">
                “{note.text}” {note.writtenByName ?? t`Somebody`}, {moment(note.writtenAt, zone)}
              </Text>
            ))}
          </li>
        ))}
      </Stack>
    </section>
  );
}
