import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { keyOf, type RuleSet, type Usefulness as Counts, usefulnessQuery } from '../../api/rule-sets.ts';
import { useZone } from '../../api/session.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { day, whole } from '../../shell/formats.ts';
import { ruleOfCode, setName } from './rule-names.ts';

/** Whether alerts helped those who closed them: by the rule that spoke, and by how many they had at that time. */
export function Usefulness({ ruleSets }: { readonly ruleSets: readonly RuleSet[] }) {
  const zone = useZone();
  const report = useQuery(usefulnessQuery);
  const named = (code: string, key: string | null) => {
    const ruleSet = ruleSets.find((one) => keyOf(one) === key);
    const name = ruleOfCode(code, ruleSet);
    const words = name ?? t`A rule that is not kept any more`;
    if (ruleSet) return { words, beside: setName(ruleSet, ruleSets) };
    return name === null ? { words, beside: key === null ? code : `${code}, ${key}` } : { words };
  };
  return (
    <section aria-labelledby="usefulness">
      <Title id="usefulness" order={3} size="h5" mb={4}>
        <Trans>Were the alerts useful?</Trans>
      </Title>
      <Fetched of={report} loading={t`Loading what was said of alerts`} rows={2}>
        {({ from, to, byRule, byWorkload }) => {
          const [first, last] = [day(from, zone), day(to, zone)];
          return (
            <Stack gap="md">
              <Text size="sm" c="dimmed" maw={640}>
                <Trans>
                  As those said who closed them from {first} to {last}. A rule whose alerts help nobody wants
                  another threshold; many alerts at once help less.
                </Trans>
              </Text>
              {byRule.length === 0 ? (
                <Text size="sm">
                  <Trans>Nobody has closed an alert in this time.</Trans>
                </Text>
              ) : (
                <>
                  <Table
                    head={<Trans>Rule</Trans>}
                    rows={byRule.map(({ rule, ruleSet, ...counts }) => ({
                      ...{ key: `${ruleSet ?? ''} ${rule}`, counts },
                      ...named(rule, ruleSet),
                    }))}
                  />
                  <Table
                    head={<Trans>Alerts of the same person within seven days</Trans>}
                    rows={byWorkload.map(({ alerts, ...counts }) => ({ key: alerts, words: alerts, counts }))}
                  />
                </>
              )}
            </Stack>
          );
        }}
      </Fetched>
    </section>
  );
}

interface TableProps {
  readonly head: ReactNode;
  readonly rows: readonly {
    readonly key: string;
    readonly words: string;
    /** What tells it from others of the same words. */
    readonly beside?: string;
    readonly counts: Counts;
  }[];
}

function Table({ head, rows }: TableProps) {
  return (
    <table className="clients">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">
            <Trans>Useful</Trans>
          </th>
          <th scope="col">
            <Trans>Not useful</Trans>
          </th>
          <th scope="col">
            <Trans>Not said</Trans>
          </th>
          <th scope="col">
            <Trans>Closed</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, words, beside, counts }) => (
          <tr key={key}>
            <th scope="row">
              <div>
                {words}
                {beside !== undefined && (
                  <Text size="xs" c="dimmed">
                    {beside}
                  </Text>
                )}
              </div>
            </th>
            <td data-label={t`Useful`}>{whole(counts.useful)}</td>
            <td data-label={t`Not useful`}>{whole(counts.notUseful)}</td>
            <td data-label={t`Not said`}>{whole(counts.unanswered)}</td>
            <td data-label={t`Closed`}>{whole(counts.resolved)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
