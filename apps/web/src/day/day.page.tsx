import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue } from 'react';
import { dayOf, type DaySearch, dayQuery } from '../api/day.ts';
import { may, sessionQuery, useZone } from '../api/session.ts';
import { TherapistSelect } from '../forms/therapist-select.tsx';
import { useTherapistWords } from '../forms/chosen-words.ts';
import { asOfWords, Delayed } from '../shell/as-of.tsx';
import { NarrowedTo } from '../shell/narrowed-to.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { Empty, Failed, Loading } from '../shell/states.tsx';
import { useTitle } from '../shell/use-title.ts';
import { addDays, dateWords } from './dates.ts';
import { RequestList } from './request-list.tsx';
import { SessionTable } from './session-table.tsx';

const route = getRouteApi('/day');

/** A day's sessions with what each client last said, and who has been asked and has not answered. */
export function DayPage(): ReactNode {
  const search = route.useSearch();
  const navigate = useNavigate();
  const zone = useZone();
  const { data: person } = useSuspenseQuery(sessionQuery);
  // Whoever treats clients sees their own sessions.
  const own = person !== null && may.haveOwnDay(person);
  const choosing = person !== null && !own && may.seeOthersClients(person);
  const shown = person ? dayOf(search, person) : search;
  const { data: newest, error, refetch } = useQuery(dayQuery(shown, zone));
  // Drawn in slices: whoever clicks meanwhile is heard.
  const data = useDeferredValue(newest);
  const title = own ? t`My day` : t`Day`;
  useTitle(title);
  const chosen = useTherapistWords(own ? undefined : shown.therapistId);
  const go = (change: { [Field in keyof DaySearch]: DaySearch[Field] | undefined }) => {
    const { date, therapistId: who } = { ...search, ...change };
    void navigate({ to: '/day', search: { ...(date && { date }), ...(who && { therapistId: who }) } });
  };
  return (
    <Stack gap="lg" className="wide">
      <PageTitle state={data && [dateWords(data.date), asOfWords(data, zone)].filter(Boolean).join(' · ')}>
        {title}
      </PageTitle>
      <Group gap="sm" align="flex-end" className="screen-only">
        <Button
          variant="default"
          disabled={!data}
          onClick={() => {
            if (data) go({ date: addDays(data.date, -1) });
          }}
        >
          <Trans>Day before</Trans>
        </Button>
        <Button
          variant="default"
          disabled={search.date === undefined}
          onClick={() => {
            go({ date: undefined });
          }}
        >
          <Trans>Today</Trans>
        </Button>
        <Button
          variant="default"
          disabled={!data}
          onClick={() => {
            if (data) go({ date: addDays(data.date, 1) });
          }}
        >
          <Trans>Day after</Trans>
        </Button>
        {choosing && (
          <TherapistSelect
            value={search.therapistId}
            onChange={(who) => {
              go({ therapistId: who });
            }}
          />
        )}
      </Group>
      <NarrowedTo words={[own ? `${t`Therapist`}: ${person.name}` : chosen]} />
      <Delayed of={data} zone={zone} />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} label={t`Loading the day`} />}
      {data && data.sessions.length === 0 && (
        <Empty title={t`No sessions`}>
          <Trans>Nothing is booked for this day.</Trans>
        </Empty>
      )}
      {data && data.sessions.length > 0 && (
        <SessionTable sessions={data.sessions} withTherapist={shown.therapistId === undefined} />
      )}
      {data && (
        <>
          <RequestList
            title={t`Waiting for an answer`}
            requests={data.open}
            none={t`Nobody has an open check-in.`}
          />
          <RequestList
            title={t`Left unanswered in the last seven days`}
            requests={data.unanswered}
            none={t`None was left unanswered.`}
          />
        </>
      )}
    </Stack>
  );
}
