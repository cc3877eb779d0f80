import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Client } from '../api/caseload.ts';
import { useZone } from '../api/session.ts';
import { day, moment } from '../shell/formats.ts';
import { useNow } from '../shell/use-now.ts';
import { factorWords } from '../caseload/factor-words.ts';
import { Treats } from '../caseload/treats.tsx';
import { careWords, missedWords, rateWords } from '../caseload/engagement-words.ts';

/** Who treats the client, when they came and will come, and how they answer. */
export function ClientFacts({ client }: { readonly client: Client }) {
  const zone = useZone();
  const { missed, requests, lastSession, nextSession, lastContact, weeksInCare } = client;
  return (
    <dl className="facts">
      <Fact name={t`Therapist`}>
        <Treats client={client} zone={zone} />
      </Fact>
      {weeksInCare !== null && <Fact name={t`In care`}>{careWords(weeksInCare)}</Fact>}
      {lastSession && <Fact name={t`Last session`}>{day(lastSession, zone)}</Fact>}
      {nextSession && <Fact name={t`Next session`}>{moment(nextSession, zone)}</Fact>}
      {lastContact && <Fact name={t`Last contact`}>{day(lastContact, zone)}</Fact>}
      {missed.inARow + missed.last90Days > 0 && <Fact name={t`Missed`}>{missedWords(missed)}</Fact>}
      {requests.due > 0 && <Fact name={t`Check-ins answered`}>{rateWords(requests)}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Signs that a client may leave without saying so. They are an order made of plain conventions, and say so. */
export function AttritionSigns({ client }: { readonly client: Client }) {
  const { attrition } = client;
  const now = useNow();
  if (attrition.factors.length === 0) return null;
  return (
    <div>
      <Text fw={600} size="sm">
        <Trans>Signs of attrition</Trans>
      </Text>
      <ul className="signs-list">
        {attrition.factors.map((factor) => (
          <li key={factor.code}>
            {factorWords(factor, client, now)}
            {factor.weight === 2 && (
              <Text span c="dimmed" size="sm">
                {` (${t`marked`})`}
              </Text>
            )}
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed">
        <Trans>
          Worth asking about; a marked one counts twice. They order the caseload; they are no probability that
          somebody leaves.
        </Trans>
      </Text>
    </div>
  );
}
