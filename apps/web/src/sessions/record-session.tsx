import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Menu, Text } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Day } from '../api/day.ts';
import { may, sessionQuery } from '../api/session.ts';
import { recordSession, type Session, type SessionAction, type SessionStatus } from '../api/sessions.ts';
import { useNow } from '../shell/use-now.ts';
import { sayable, sessionActions } from './session-words.ts';

interface Props {
  readonly session: Pick<Session, 'sessionId' | 'startsAt' | 'status'>;
  readonly clientName: string;
}

/** Says what became of a session. That one took place is what asks the client for a check-in. */
export function RecordSession({ session, clientName }: Props) {
  const { sessionId, startsAt, status } = session;
  const { data: person } = useSuspenseQuery(sessionQuery);
  const now = useNow();
  const recording = useRecording(sessionId);
  const actions = person && may.keepSessions(person) ? sayable(status, startsAt, now) : [];
  return (
    <>
      {actions.length > 0 && (
        <Menu shadow="md" position="bottom-start">
          <Menu.Target>
            <Button
              size="compact-xs"
              variant="default"
              loading={recording.isPending}
              aria-label={t`Mark as … held, missed or cancelled: the session of ${clientName}`}
            >
              <Trans>Mark as …</Trans>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {actions.map((action) => (
              <Menu.Item
                key={action}
                onClick={() => {
                  recording.mutate(action);
                }}
              >
                {i18n._(sessionActions[action])}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {recording.error && (
        <Text c="red" size="sm" role="alert">
          {recording.error.message}
        </Text>
      )}
    </>
  );
}

/** The day's read model hears of it a moment later: until then the page shows what the platform has answered. */
function useRecording(sessionId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (action: SessionAction) => recordSession(sessionId, action),
    onSuccess: ({ status }) => {
      queries.setQueriesData<Day>(
        { queryKey: ['caseload', 'day'] },
        (day) => day && changed(day, sessionId, status),
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
}

const changed = (day: Day, sessionId: string, status: SessionStatus): Day => ({
  ...day,
  sessions: day.sessions.map((one) => (one.sessionId === sessionId ? { ...one, status } : one)),
});
