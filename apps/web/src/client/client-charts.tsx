import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import type { Alert, RuleInForce } from '../api/alerts.ts';
import type { ClientCourse } from '../api/caseload.ts';
import { CourseChart } from '../charts/course-chart.tsx';
import { Empty } from '../shell/states.tsx';
import { chartsOf } from './charts-of.ts';

interface Props {
  readonly client: ClientCourse;
  readonly alerts: readonly Alert[];
  readonly rules: readonly RuleInForce[];
}

/** Every scale on one axis of time: the alliance first, its parts, then the outcome measures beneath. */
export function ClientCharts({ client, alerts, rules }: Props) {
  const { charts, span } = useMemo(() => chartsOf(client, alerts, rules), [client, alerts, rules]);
  if (!span)
    return (
      <Empty title={t`No answers yet`}>
        <Trans>The course appears with the first check-in.</Trans>
      </Empty>
    );
  return (
    <Stack gap="xl">
      {charts.map(({ series, course, explained }, index) => (
        <section key={`${series.instrumentUrl}#${series.scale}`}>
          <Title order={2} size="h4" mb="xs">
            {series.title ?? series.scale}{' '}
            <Text span c="dimmed" size="sm" fw={400}>
              {series.instrumentTitle}
            </Text>
          </Title>
          <CourseChart
            clientId={client.clientId}
            {...{ series, course, explained, span }}
            height={index === 0 ? 240 : 140}
          />
        </section>
      ))}
    </Stack>
  );
}
