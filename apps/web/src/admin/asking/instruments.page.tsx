import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { catalogueQuery, instrumentsQuery } from '../../api/instruments.ts';
import { may, sessionQuery } from '../../api/session.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Empty, Loading } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { awaited, useTogether } from '../../shell/use-together.ts';
import { InstrumentTable } from './instrument-table.tsx';
import { newestOf } from './newest.ts';
import { WaitingForWords } from './waiting-for-words.tsx';

/** What clients can be asked, and what waits for the words of a licence. */
export function InstrumentsPage(): ReactNode {
  useTitle(t`Instruments: administration`);
  const { data: person } = useSuspenseQuery(sessionQuery);
  const instruments = useQuery(instrumentsQuery);
  const catalogue = useQuery(catalogueQuery);
  // One list pushes the other away: they come together.
  const ready = useTogether(awaited([instruments, catalogue]), 'instruments');
  const publishes = person !== null && may.publishInstruments(person);
  return (
    <Stack gap="xl">
      <Stack gap="lg">
        <PageHead
          title={<Trans>Instruments</Trans>}
          actions={
            publishes && (
              <Button renderRoot={(props) => <Link to="/admin/instruments/new" {...props} />}>
                <Trans>Upload an instrument</Trans>
              </Button>
            )
          }
        >
          <Trans>What clients can be asked. A version that is published never changes.</Trans>{' '}
          {!publishes && <Trans>Administrators add to it.</Trans>}
        </PageHead>
        {ready ? (
          <Fetched of={instruments} loading={t`Loading instruments`}>
            {(all) =>
              all.length === 0 ? (
                <Empty title={t`No instrument`}>
                  <Trans>Nothing can be asked yet.</Trans>
                </Empty>
              ) : (
                <InstrumentTable of={newestOf(all)} />
              )
            }
          </Fetched>
        ) : (
          <Loading label={t`Loading instruments`} />
        )}
      </Stack>
      {ready && <WaitingForWords catalogue={catalogue} publishes={publishes} />}
    </Stack>
  );
}
