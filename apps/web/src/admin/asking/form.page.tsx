import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Checkbox, Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { crisisQuery, saveCrisis, saveShownResults, shownResultsQuery } from '../../api/form.ts';
import { instrumentsQuery } from '../../api/instruments.ts';
import { may, sessionQuery } from '../../api/session.ts';
import { Chosen } from '../../forms/chosen.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { Fetched } from '../../shell/fetched.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { CrisisTexts } from './crisis-texts.tsx';
import { newestOf } from './newest.ts';

/** What the client's form says to somebody in danger, and whether it shows a result. */
export function FormPage(): ReactNode {
  useTitle(t`The client’s form: administration`);
  const { data: person } = useSuspenseQuery(sessionQuery);
  const editable = person !== null && may.setRules(person);
  return (
    <Stack gap="xl">
      <PageHead title={<Trans>The client’s form</Trans>}>
        <Trans>
          How long its questions take, and where it is left, stands with each instrument under{' '}
          <Link to="/admin/instruments" className="link">
            Instruments
          </Link>
          .
        </Trans>{' '}
        {!editable && <Trans>The clinic lead and administrators change it.</Trans>}
      </PageHead>
      <section aria-labelledby="crisis">
        <Stack gap="sm">
          <div>
            <Title id="crisis" order={3} size="h5">
              <Trans>What it says to somebody in danger</Trans>
            </Title>
            <Text size="sm" c="dimmed" maw={640}>
              <Trans>
                On the first page, at once at an answer about harm, and after sending. What ships is right
                everywhere and so has no number: add yours before the first client is asked. That nobody
                watches the form for emergencies is said in any case.
              </Trans>
            </Text>
          </div>
          <KeptForm
            query={crisisQuery}
            save={saveCrisis}
            loading={t`Loading the crisis information`}
            editable={editable}
            width={760}
          >
            {({ texts }, change, error) => (
              <CrisisTexts
                texts={texts}
                editable={editable}
                error={error}
                onChange={(changed) => {
                  change({ texts: changed });
                }}
              />
            )}
          </KeptForm>
        </Stack>
      </section>
      <section aria-labelledby="results">
        <Stack gap="sm">
          <div>
            <Title id="results" order={3} size="h5">
              <Trans>Whether the client sees the result</Trans>
            </Title>
            <Text size="sm" c="dimmed" maw={640}>
              <Trans>After sending, for the instruments that are marked; for no others.</Trans>
            </Text>
          </div>
          <KeptForm
            query={shownResultsQuery}
            save={saveShownResults}
            loading={t`Loading what is shown`}
            editable={editable}
          >
            {({ instruments }, change) => (
              <ShownFor
                shown={instruments}
                editable={editable}
                onChange={(changed) => {
                  change({ instruments: changed });
                }}
              />
            )}
          </KeptForm>
        </Stack>
      </section>
    </Stack>
  );
}

interface ShownForProps {
  readonly shown: readonly string[];
  readonly editable: boolean;
  readonly onChange: (shown: string[]) => void;
}

function ShownFor({ shown, editable, onChange }: ShownForProps) {
  const instruments = useQuery(instrumentsQuery);
  return (
    <Fetched of={instruments} loading={t`Loading instruments`} rows={2}>
      {(all) => {
        const known = newestOf(all).map(({ instrument }) => instrument);
        if (!editable)
          return <Chosen values={known.filter(({ url }) => shown.includes(url)).map(({ title }) => title)} />;
        return (
          <Checkbox.Group aria-labelledby="results" value={[...shown]} onChange={onChange}>
            <Stack gap="xs">
              {known.map(({ url, title }) => (
                <Checkbox key={url} value={url} label={title} />
              ))}
            </Stack>
          </Checkbox.Group>
        );
      }}
    </Fetched>
  );
}
