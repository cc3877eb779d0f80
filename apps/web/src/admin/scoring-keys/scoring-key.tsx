import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import type { Instrument } from '../../api/instruments.ts';
import {
  correctKey,
  type KeyCorrection,
  rescore,
  type Rescoring,
  rescoringQuery,
} from '../../api/scoring-keys.ts';
import { Refusals } from '../../forms/refusals.tsx';
import { useCreating } from '../../forms/use-creating.ts';
import { whole } from '../../shell/formats.ts';
import { Later } from '../../shell/later.tsx';
import { script } from '../../shell/script.ts';
import { Failed, Loading } from '../../shell/states.tsx';
import { keyPlace } from './key-words.ts';

/** Fetched when somebody corrects one: most never do. */
const CorrectKeyForm = lazy(() => script(() => import('./correct-key-form.tsx')));

/** How a version counts is corrected here, for administrators, and what was scored by the wrong key is scored again. */
export function ScoringKeySection({ instrument }: { readonly instrument: Instrument }) {
  const [corrects, setCorrects] = useState(false);
  const { data: outlook, error, refetch } = useQuery(rescoringQuery(instrument));
  const correcting = useCreating(
    ({ again: _, ...given }: KeyCorrection & { readonly again: boolean }, key) =>
      correctKey(instrument, given, key),
    'instruments',
  );
  const rescoring = useCreating((_: null, key) => rescore(instrument, key), 'instruments');
  return (
    <section aria-labelledby="key-title">
      <Stack gap="sm" maw={760}>
        <Title id="key-title" order={3} size="h5">
          <Trans>Scoring key</Trans>
        </Title>
        <Text size="sm" maw={640}>
          <Trans>
            What was wrong about how this version counts can be put right. Its questions and the answers to
            choose from never change.
          </Trans>
        </Text>
        {error && (
          <Failed
            title={t`How many responses there are could not be fetched`}
            error={error}
            onRetry={() => void refetch()}
          />
        )}
        {outlook?.latest && <Progress rescoring={outlook.latest} />}
        {corrects ? (
          <Later of={instrument.url} loading={<Loading rows={2} label={t`Loading the form`} />}>
            <CorrectKeyForm
              instrument={instrument}
              responses={outlook?.responses}
              saving={correcting.isPending}
              onEdit={correcting.reset}
              onCorrect={(given) => {
                correcting.mutate(given, {
                  onSuccess: () => {
                    setCorrects(false);
                    if (given.again) rescoring.mutate(null);
                  },
                });
              }}
              onClose={() => {
                correcting.reset();
                setCorrects(false);
              }}
            />
          </Later>
        ) : (
          <Group>
            <Button
              variant="default"
              onClick={() => {
                correcting.reset();
                setCorrects(true);
              }}
            >
              <Trans>Correct the key…</Trans>
            </Button>
            {outlook && outlook.responses > 0 && outlook.latest?.finishedAt !== null && (
              <Button
                variant="default"
                loading={rescoring.isPending}
                onClick={() => {
                  rescoring.mutate(null);
                }}
              >
                <Trans>Score the responses again by this key: {whole(outlook.responses)}</Trans>
              </Button>
            )}
          </Group>
        )}
        <Refusals
          error={correcting.error ?? rescoring.error}
          placeWords={(pointer) => keyPlace(instrument, correcting.variables?.key ?? {}, pointer)}
        />
        <Text size="sm" role="status">
          {correcting.isSuccess && t`The key is corrected: answers from now on count by it.`}
        </Text>
      </Stack>
    </section>
  );
}

function Progress({ rescoring: { republished, finishedAt } }: { readonly rescoring: Rescoring }) {
  const responses = whole(republished);
  return (
    <Text size="sm" c="dimmed">
      {finishedAt === null
        ? t`Earlier responses are being scored again: ${responses} so far.`
        : t`Responses scored again the last time: ${responses}.`}
    </Text>
  );
}
