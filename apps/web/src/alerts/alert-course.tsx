import { useQuery } from '@tanstack/react-query';
import { clientQuery } from '../api/caseload.ts';
import { CourseChart } from '../charts/course-chart.tsx';
import { Failed, Loading } from '../shell/states.tsx';

export const allianceInstrument = 'https://attune.example/instruments/attune-alliance-check-in';
export const allianceCutOff = 36;

/** The alliance course behind an alert. */
export function AlertCourse({ clientId }: { readonly clientId: string }) {
  const { data, error, refetch } = useQuery(clientQuery(clientId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={2} label="Loading the course" />;
  const total = data.series.find(
    ({ instrumentUrl, scale }) => instrumentUrl === allianceInstrument && scale === 'total',
  );
  return total ? <CourseChart series={total} cutOff={allianceCutOff} /> : null;
}
