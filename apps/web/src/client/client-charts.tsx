import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { type Alert, cutOffOf, type RuleInForce } from '../api/alerts.ts';
import { type ClientCourse, isAlliance, type Series } from '../api/caseload.ts';
import { CourseChart } from '../charts/course-chart.tsx';
import { Legend } from '../charts/marker.tsx';
import { Empty } from '../shell/states.tsx';

interface Props {
  readonly client: ClientCourse;
  readonly alerts: readonly Alert[];
  readonly rules: readonly RuleInForce[];
}

/** Every scale on one axis of time: the alliance first, its parts, then the outcome measures beneath. */
export function ClientCharts({ client, alerts, rules }: Props) {
  const ordered = useMemo(
    () => client.series.toSorted((one, other) => place(client, one) - place(client, other)),
    [client],
  );
  const span = useMemo(() => spanOf(ordered), [ordered]);
  if (!span)
    return (
      <Empty title={t`No answers yet`}>
        <Trans>The course appears with the first check-in.</Trans>
      </Empty>
    );
  return (
    <Stack gap="xl">
      {ordered.map((series, index) => (
        <section key={`${series.instrumentUrl}#${series.scale}`}>
          <Title order={2} size="h4" mb="xs">
            {series.title ?? series.scale}{' '}
            <Text span c="dimmed" size="sm" fw={400}>
              {series.instrumentTitle}
            </Text>
          </Title>
          <CourseChart
            clientId={client.clientId}
            series={series}
            cutOff={cutOffOf(rules, series)}
            sessions={client.sessions}
            alerts={alerts}
            span={span}
            height={index === 0 ? 240 : 140}
          />
          {index === 0 && <Legend band={series.points.length > 4} />}
        </section>
      ))}
    </Stack>
  );
}

/** From the first answer on any scale to the last. */
function spanOf(all: readonly Series[]): readonly [from: number, to: number] | null {
  const times = all.flatMap(({ points }) => points.map(({ answeredAt }) => Date.parse(answeredAt)));
  return times.length === 0 ? null : [Math.min(...times), Math.max(...times)];
}

/** The alliance as the board shows it, then what else the same instrument says, then outcome measures. */
const place = (client: ClientCourse, series: Series) =>
  isAlliance(client, series) ? 0 : series.instrumentUrl === client.lastScore?.instrument ? 1 : 2;
