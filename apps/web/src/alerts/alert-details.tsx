import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { Alert } from '../api/alerts.ts';
import { may, sessionQuery, useZone } from '../api/session.ts';
import { Contact } from './contact.tsx';
import { AlertCourse } from './alert-course.tsx';
import { Notes, RepairWords, Suggestions } from './alert-help.tsx';
import { MovedAnswers } from './moved-answers.tsx';
import { ReassignForm } from './reassign-form.tsx';
import { ResolveForm } from './resolve-form.tsx';

interface Props {
  readonly alert: Alert;
  readonly onResolved?: () => void;
}

/** What stands behind an alert and what to do about it. */
export default function AlertDetails({ alert, onResolved }: Props) {
  const zone = useZone();
  const newest = alert.signals.findLast(({ withdrawn }) => !withdrawn);
  // A risk is no part of any course.
  const about = alert.concern === 'safety' ? undefined : newest;
  const reachOut = alert.concern === 'safety' || alert.concern === 'attendance';
  const { data: person } = useSuspenseQuery(sessionQuery);
  const readsAnswers = person !== null && may.readAnswers(person);
  return (
    <Stack gap="lg" mt="sm">
      {reachOut && <Contact clientId={alert.clientId} />}
      {alert.permitted.reassign && <ReassignForm alert={alert} />}
      {about && <AlertCourse alert={alert} instrumentUrl={about.instrument.url} scale={about.scale} />}
      <RepairWords alert={alert} />
      {newest && readsAnswers && <MovedAnswers responseId={newest.responseId} />}
      <Suggestions alert={alert} />
      <Notes alert={alert} zone={zone} />
      {alert.permitted.resolve && <ResolveForm alert={alert} {...(onResolved && { onResolved })} />}
    </Stack>
  );
}
