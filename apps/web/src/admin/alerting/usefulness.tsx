import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { keyOf, type RuleSet, usefulnessQuery } from '../../api/rule-sets.ts';
import { useZone } from '../../api/session.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { day } from '../../shell/formats.ts';
import { ruleOfCode, setName } from './rule-names.ts';
import { UsefulnessTable } from './usefulness-table.tsx';
import { workloadWords } from './workload-words.ts';

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
                  <UsefulnessTable
                    id="useful-by-rule"
                    title={t`By the rule that spoke`}
                    head={t`Rule`}
                    rows={byRule.map(({ rule, ruleSet, ...counts }) => ({
                      ...{ key: `${ruleSet ?? ''} ${rule}`, counts },
                      ...named(rule, ruleSet),
                    }))}
                  />
                  <UsefulnessTable
                    id="useful-by-number"
                    title={t`By how many alerts the same person had within seven days`}
                    head={t`Alerts`}
                    rows={byWorkload.map(({ alerts, ...counts }) => ({
                      ...{ key: alerts, counts },
                      words: workloadWords(alerts),
                    }))}
                  />
                  <Text size="sm" c="dimmed" maw={640}>
                    <Trans>
                      An alert counts with every rule that spoke for it, so that those by rule may be more
                      than those by number.
                    </Trans>
                  </Text>
                </>
              )}
            </Stack>
          );
        }}
      </Fetched>
    </section>
  );
}
