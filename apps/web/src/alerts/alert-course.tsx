import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Alert, cutOffOf, rulesQuery } from '../api/alerts.ts';
import { clientQuery } from '../api/caseload.ts';
import { isRefused } from '../api/http.ts';
import { CourseChart } from '../charts/course-chart.tsx';
import { courseOf } from '../charts/course-model.ts';
import { Failed, Loading } from '../shell/states.tsx';

interface Props {
  readonly alert: Alert;
  /** The scale that the alert is about. */
  readonly instrumentUrl: string;
  readonly scale: string;
}

/** The course behind an alert. */
export function AlertCourse({ alert, instrumentUrl, scale }: Props) {
  const { data, error, refetch } = useQuery(clientQuery(alert.clientId));
  const { data: rules, error: noRules, refetch: refetchRules } = useQuery(rulesQuery);
  if (isRefused(error)) return <NotTheirs />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data || (!rules && !noRules)) return <Loading rows={2} label={t`Loading the course`} />;
  const series = data.series.find((one) => one.instrumentUrl === instrumentUrl && one.scale === scale);
  return series ? (
    <div>
      <Text fw={600} size="sm" mb={4}>
        {series.instrumentTitle}: {series.title}
      </Text>
      {noRules && (
        <Failed
          title={t`The cut-offs could not be fetched: weak scores are not marked.`}
          error={noRules}
          onRetry={() => void refetchRules()}
        />
      )}
      <CourseChart
        series={series}
        course={courseOf(series, data.sessions, [alert], cutOffOf(rules?.items ?? [], series))}
      />
    </div>
  ) : null;
}

/** To whoever was handed the alert alone, the platform does not show the client. */
function NotTheirs() {
  return (
    <Text size="sm">
      <Trans>
        This alert was handed to you. The client’s course and answers are seen by those who treat the client;
        ask operations for the care or a cover if you need them.
      </Trans>
    </Text>
  );
}
