import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { NativeSelect, Stack } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keyOf, operatingPointsQuery, ruleSetsQuery } from '../../api/rule-sets.ts';
import { may, sessionQuery } from '../../api/session.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { atPoint, draftFrom } from './draft-rules.ts';
import { OperatingPoints } from './operating-points.tsx';
import { setName } from './rule-names.ts';
import { RuleSetForm } from './rule-set-form.tsx';

const route = getRouteApi('/admin/rules/new');

/** A new version of a rule set: from one that is there, at another point of the curve, or with other numbers. */
export function NewRulesPage(): ReactNode {
  useTitle(t`New rules: administration`);
  const { data: person } = useSuspenseQuery(sessionQuery);
  const { from, point } = route.useSearch();
  const navigate = useNavigate();
  const ruleSets = useQuery(ruleSetsQuery);
  const points = useQuery(operatingPointsQuery);
  if (person === null || !may.setRules(person)) {
    return (
      <Empty title={t`Not for your role`}>
        <Trans>The clinic lead and administrators write rules.</Trans>
      </Empty>
    );
  }
  return (
    <Stack gap="lg">
      <PageHead title={<Trans>Write a new version of the rules</Trans>}>
        <Trans>Nothing is judged by it until it is put in force.</Trans>
      </PageHead>
      <Fetched of={ruleSets} loading={t`Loading the rule sets`}>
        {(all) => {
          const base = all.find((one) => keyOf(one) === from) ?? all.find(({ active }) => active) ?? all[0];
          if (!base) {
            return (
              <Empty title={t`No rule set`}>
                <Trans>There is none to begin from.</Trans>
              </Empty>
            );
          }
          return (
            <>
              <NativeSelect
                label={t`Begin from`}
                maw={420}
                value={keyOf(base)}
                data={all.map((one) => ({
                  value: keyOf(one),
                  label: one.active ? t`${setName(one, all)} (in force)` : setName(one, all),
                }))}
                onChange={({ currentTarget: { value } }) => {
                  void navigate({
                    to: '/admin/rules/new',
                    search: { from: value, ...(point !== undefined && { point }) },
                    replace: true,
                  });
                }}
              />
              <Fetched of={points} loading={t`Loading operating points`}>
                {(offered) => {
                  const chosen = offered.find((one) => one.standardDeviations === point);
                  const draft = draftFrom(base);
                  const rules = chosen ? atPoint(draft.rules, chosen.rules) : draft.rules;
                  return (
                    <>
                      <OperatingPoints
                        points={offered}
                        chosen={point}
                        onChoose={(value) => {
                          void navigate({
                            to: '/admin/rules/new',
                            search: { from: keyOf(base), ...(value !== undefined && { point: value }) },
                            replace: true,
                          });
                        }}
                      />
                      <RuleSetForm key={`${keyOf(base)} ${point ?? ''}`} begin={{ ...draft, rules }} />
                    </>
                  );
                }}
              </Fetched>
            </>
          );
        }}
      </Fetched>
    </Stack>
  );
}
