import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { explanationOf } from '../alerts/explanation.ts';
import { RepairWords } from '../alerts/alert-help.tsx';
import { SeverityMark } from '../alerts/severity.tsx';
import { useWayBack } from '../alerts/use-way-back.ts';
import { type Alert, reopen } from '../api/alerts.ts';
import { outcomesOf } from '../api/outcomes.ts';
import { useZone } from '../api/session.ts';
import { day, moment } from '../shell/formats.ts';

const withdrawn = msg`Closed by itself: its scores were taken back`;

const endWords = (alert: Alert, outcome: string) => {
  const ends: Readonly<Record<string, MessageDescriptor>> = { ...outcomesOf(alert), withdrawn };
  const words = ends[outcome];
  return words ? i18n._(words) : outcome;
};

interface Props {
  readonly alerts: readonly Alert[];
  /** It has gone from here to what waits: the focus needs another place. */
  readonly onReopened: () => void;
}

/** What became of alerts that are closed, and what was written about them. */
export function EarlierAlerts({ alerts, onReopened }: Props) {
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
                {alert.outcome && ` · ${endWords(alert, alert.outcome)}`}
              </Text>
            </Group>
            <Text size="sm">{explanationOf(alert, zone)}</Text>
            <RepairWords alert={alert} />
            {alert.notes.map((note) => (
              <Text key={note.noteId} size="sm" c="dimmed" className="written">
                “{note.text}” {note.writtenByName ?? t`Somebody`}, {moment(note.writtenAt, zone)}
              </Text>
            ))}
            {alert.permitted.reopen && <Reopen alert={alert} onReopened={onReopened} />}
          </li>
        ))}
      </Stack>
    </section>
  );
}

function Reopen({ alert, onReopened }: { readonly alert: Alert; readonly onReopened: () => void }) {
  const reopening = useWayBack(alert, reopen, onReopened);
  return (
    <Group gap="sm" mt={4}>
      <Button
        size="compact-sm"
        variant="default"
        className="screen-only"
        loading={reopening.isPending}
        onClick={() => {
          reopening.mutate();
        }}
      >
        <Trans>Open again</Trans>
      </Button>
      {reopening.error && (
        <Text c="red" size="sm" role="alert">
          {reopening.error.message}
        </Text>
      )}
    </Group>
  );
}
