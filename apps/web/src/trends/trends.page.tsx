import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue } from 'react';
import { clinicQuery } from '../api/admin.ts';
import { isRefused } from '../api/http.ts';
import { may, sessionQuery } from '../api/session.ts';
import { measures, trendsQuery, type TrendsSearch } from '../api/trends.ts';
import { useSupervisorWords, useTherapistWords } from '../forms/chosen-words.ts';
import { asOfWords, Delayed } from '../shell/as-of.tsx';
import { NarrowedTo } from '../shell/narrowed-to.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { Empty, Failed, Loading } from '../shell/states.tsx';
import { useLastKnown } from '../shell/use-last-known.ts';
import { useTitle } from '../shell/use-title.ts';
import { spanWords } from './periods.ts';
import { TrendChart } from './trend-chart.tsx';
import { TrendControls } from './trend-controls.tsx';
import { groupsOf } from './trend-groups.ts';
import { TrendRows } from './trend-rows.tsx';
import { TrendTable } from './trend-table.tsx';

const route = getRouteApi('/trends');

/** How the clinic has been doing, by week or month of its own calendar, and what each number is made of. */
export function TrendsPage(): ReactNode {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { data: person } = useSuspenseQuery(sessionQuery);
  const everybody = person !== null && may.seeEverybody(person);
  const clinic = useQuery(clinicQuery);
  const zone = clinic.data?.zone;
  const trends = useQuery({ ...trendsQuery(search, zone ?? ''), enabled: zone !== undefined });
  const error = clinic.error ?? trends.error;
  const last = useLastKnown(trends.data, search, trends.isPlaceholderData);
  // Drawn in slices: whoever clicks meanwhile is heard.
  const known = useDeferredValue(trends.data || !isRefused(error) ? last : null);
  const data = known?.data;
  const { measure, start } = search;
  // While something else comes, or is not to be had, what is shown is named as what it is.
  const shown: TrendsSearch = { ...known?.asked, measure, start };
  const { by = 'week' } = shown;
  const therapist = useTherapistWords(shown.therapistId);
  const supervisor = useSupervisorWords(everybody ? shown.supervisorId : undefined);
  useTitle(t`Trends`);
  const go = (change: { [Field in keyof TrendsSearch]?: TrendsSearch[Field] | undefined }) => {
    // Another span has other rows: the list closes.
    const { measure: _, start: __, ...rest } = search;
    const next = Object.fromEntries(
      Object.entries({ ...rest, ...change }).filter(([, value]) => value !== undefined),
    );
    void navigate({ to: '/trends', search: next });
  };
  const { periods = [], allianceScale = null } = data ?? {};
  const nothing = periods.every(({ counts }) => measures.every((one) => !counts[one]));
  return (
    <Stack gap="lg" className="wide">
      <PageTitle
        state={zone && data && [asOfWords(data, zone), t`calendar of ${zone}`].filter(Boolean).join(', ')}
      >
        <Trans>Trends</Trans>
      </PageTitle>
      {!isRefused(error) && <TrendControls {...{ search, periods, everybody, go }} />}
      <NarrowedTo
        words={[
          everybody ? supervisor : person?.name && `${t`Supervised by`}: ${person.name}`,
          ...[therapist, spanWords(periods, by)],
        ]}
      />
      <Delayed of={data} zone={zone} />
      {error && (
        <Failed
          error={error}
          onRetry={() => {
            void (clinic.error ? clinic : trends).refetch();
          }}
          below={data && !trends.data && t`Below is what was shown before.`}
        />
      )}
      {!data && !error && <Loading rows={6} label={t`Loading the trends`} />}
      {data && nothing && (
        <Empty title={t`Nothing in this time`}>
          <Trans>No sessions, check-ins, alerts or clients in care. Choose another span.</Trans>
        </Empty>
      )}
      {data && zone && !nothing && (
        <>
          <Text size="sm" c="dimmed" maw={720}>
            {everybody
              ? t`Each number leads to what it counts. Case mix differs between therapists and between teams, so nothing here is a rating.`
              : t`The clients whom you supervise. Each number leads to what it counts. Case mix differs between therapists, so nothing here is a rating.`}
          </Text>
          {groupsOf(allianceScale).map((group) => (
            <section key={group.key} aria-labelledby={`trend-${group.key}`}>
              <Title order={2} size="h4" id={`trend-${group.key}`}>
                {i18n._(group.title)}
              </Title>
              {group.note && (
                <Text size="sm" c="dimmed" maw={720}>
                  {i18n._(group.note)}
                </Text>
              )}
              <figure className="course trend">
                <div>
                  <TrendChart {...{ group, periods, by }} />
                </div>
                <TrendTable {...{ group, periods, by }} search={shown} />
              </figure>
              {measure && start && group.columns.some((column) => column.measure === measure) && (
                <TrendRows {...{ measure, start, zone }} search={shown} />
              )}
            </section>
          ))}
        </>
      )}
    </Stack>
  );
}
