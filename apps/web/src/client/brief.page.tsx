import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { inLanguage } from '../alerts/suggestion-words.ts';
import { RepairWords } from '../alerts/alert-help.tsx';
import { AlertBadges } from '../alerts/alert-state.tsx';
import { Contact } from '../alerts/contact.tsx';
import { explanationOf } from '../alerts/explanation.ts';
import { MovedAnswers } from '../alerts/moved-answers.tsx';
import { SeverityMark } from '../alerts/severity.tsx';
import { type Alert, cutOffOf } from '../api/alerts.ts';
import { changesQuery } from '../api/answers.ts';
import { clientQuery, isAlliance } from '../api/caseload.ts';
import { isRefused } from '../api/http.ts';
import { may, sessionQuery, useZone } from '../api/session.ts';
import { CourseChart } from '../charts/course-chart.tsx';
import { courseOf } from '../charts/course-model.ts';
import { decimal, moment } from '../shell/formats.ts';
import { asOfWords } from '../shell/as-of.tsx';
import { usePageActions } from '../shell/page-actions.ts';
import { Failed, Loading } from '../shell/states.tsx';
import { useNow } from '../shell/use-now.ts';
import { useTitle } from '../shell/use-title.ts';
import { useTogether } from '../shell/use-together.ts';
import { changeWords } from '../caseload/change-words.ts';
import { AttritionSigns, ClientFacts } from './client-facts.tsx';
import { MissingAlerting, useAlerting } from './missing-alerting.tsx';
import { ToCaseload } from './to-caseload.tsx';
import { WaitingNote } from '../caseload/waiting-for-data.tsx';

const route = getRouteApi('/clients/$clientId/brief');
const none: readonly Alert[] = [];
const notesShown = 3;
const ideasShown = 2;

/** What is worth knowing before the next session, on one page that can be printed. */
export function BriefPage(): ReactNode {
  const { clientId } = route.useParams();
  const { data: person } = useSuspenseQuery(sessionQuery);
  const { data: client, error, refetch } = useQuery(clientQuery(clientId));
  const alerting = useAlerting(clientId);
  const { alerts = none, rules = [] } = alerting;
  const zone = useZone();
  useTitle(t`${client?.name ?? t`Client`}: before the session`);
  const alliance = client?.series.find((series) => isAlliance(client, series));
  const last = alliance?.points.findLast(({ value }) => value !== null);
  const showsAnswers = last !== undefined && person !== null && may.readAnswers(person);
  const harm = person !== null && may.readAnswers(person) ? alerts.flatMap(answeredAboutHarm) : [];
  const shown = [...(showsAnswers ? [last.responseId] : []), ...harm];
  const answers = useQueries({ queries: shown.map(changesQuery) });
  const whole = alerting.known && answers.every(({ isSuccess, error: no }) => isSuccess || isRefused(no));
  usePageActions(
    client && whole
      ? [
          {
            ...{ key: 'print', title: t`Print` },
            go: () => {
              print();
            },
          },
        ]
      : [],
  );
  const ready = useTogether(alerting.pending || answers.some(({ isLoading }) => isLoading), clientId);
  if (error) return <Failed order={1} error={error} onRetry={() => void refetch()} back={<ToCaseload />} />;
  if (!client || !ready) return <Loading order={1} label={t`Loading the client`} />;
  const waiting = alerts.filter(({ status }) => status !== 'resolved');
  const notes = alerts
    .flatMap((alert) => alert.notes)
    .toSorted((one, other) => other.writtenAt.localeCompare(one.writtenAt));
  const { lastScore: score } = client;
  return (
    <Stack gap="lg" className="brief">
      <Group justify="space-between" align="baseline">
        <Title order={1} size="h2">
          <Trans>{client.name}: before the session</Trans>
        </Title>
        <Group gap="xs" className="screen-only">
          <Button
            variant="default"
            renderRoot={(props) => <Link {...props} to="/clients/$clientId" params={{ clientId }} />}
          >
            <Trans>Whole course</Trans>
          </Button>
          <Button
            disabled={!whole}
            onClick={() => {
              window.print();
            }}
          >
            <Trans>Print</Trans>
          </Button>
        </Group>
      </Group>
      <Text size="xs" c="dimmed" className="print-only">
        {asOfWords(client, zone)}
      </Text>
      <ClientFacts client={client} />
      {client.behind && <WaitingNote />}
      <Text>
        {score
          ? t`Alliance ${decimal(score.value)} of ${decimal(score.max)}, ${changeWords(score)}, answered ${moment(score.answeredAt, zone)}.`
          : t`No check-in has been answered yet.`}
      </Text>
      <MissingAlerting of={alerting} />
      {alliance && !alerting.pending && (
        <CourseChart
          series={alliance}
          course={courseOf(alliance, client.sessions, alerts, cutOffOf(rules, alliance))}
          height={160}
        />
      )}
      {waiting.map((alert) => (
        <Concern key={alert.alertId} alert={alert} answers={harm} />
      ))}
      {showsAnswers && <MovedAnswers responseId={last.responseId} />}
      <AttritionSigns client={client} />
      {notes.length > 0 && (
        <div>
          <Text fw={600} size="sm">
            <Trans>Last notes</Trans>
          </Text>
          {notes.slice(0, notesShown).map((note) => (
            <Text key={note.noteId} size="sm" className="written">
              {note.text}{' '}
              <Text span c="dimmed" size="xs">
                {note.writtenByName ?? t`Somebody`}, {moment(note.writtenAt, zone)}
              </Text>
            </Text>
          ))}
        </div>
      )}
    </Stack>
  );
}

/** The answer that a safety alert rests on, while it waits. */
function answeredAboutHarm({ concern, status, signals }: Alert): string[] {
  if (concern !== 'safety' || status === 'resolved') return [];
  const newest = signals.findLast(({ withdrawn }) => !withdrawn);
  return newest ? [newest.responseId] : [];
}

interface ConcernProps {
  readonly alert: Alert;
  /** Those that the person may read. */
  readonly answers: readonly string[];
}

function Concern({ alert, answers }: ConcernProps) {
  const zone = useZone();
  const now = useNow();
  const [harm] = answeredAboutHarm(alert);
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <SeverityMark severity={alert.severity} />
        <AlertBadges alert={alert} zone={zone} now={now} />
        <Text>{explanationOf(alert, zone)}</Text>
      </Group>
      {alert.concern === 'safety' && <Contact clientId={alert.clientId} />}
      {harm !== undefined && answers.includes(harm) && <MovedAnswers responseId={harm} />}
      <RepairWords alert={alert} />
      {alert.suggestions
        .slice(0, ideasShown)
        .map(inLanguage)
        .map(({ title, text }) => (
          <Text key={title} size="sm" mt={4}>
            <b>{title}.</b> {text}
          </Text>
        ))}
    </Stack>
  );
}
