import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { enterPaper, type PaperAnswer, type PaperInstrument } from '../api/asking.ts';
import { useZone } from '../api/session.ts';
import { instantAt, wallTimeOf } from '../forms/wall-time.ts';
import { AlertedNobody } from './alerted-nobody.tsx';
import { PaperField } from './paper-field.tsx';

interface Props {
  readonly clientId: string;
  readonly instrument: PaperInstrument;
}

/** The items as they stand on the paper, and when it was filled in, by the clock that the whole app tells. */
export function PaperForm({ clientId, instrument }: Props) {
  const { url, version, items } = instrument;
  const zone = useZone();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [at, setAt] = useState(() => wallTimeOf(new Date(), zone));
  const [answers, setAnswers] = useState<Readonly<Record<string, PaperAnswer>>>({});
  const entering = useMutation({
    mutationFn: enterPaper,
    onSuccess: async ({ alertedNobody }) => {
      await queries.invalidateQueries({ queryKey: ['client', clientId] });
      if (!alertedNobody) await navigate({ to: '/clients/$clientId', params: { clientId } });
    },
  });
  const asked = items.filter(({ kind }) => kind !== 'display');
  if (entering.data?.alertedNobody) return <AlertedNobody clientId={clientId} />;
  const clock = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        entering.mutate({
          ...{ clientId, instrument: { url, version }, key },
          answers: asked.map(({ linkId }) => ({ linkId, value: null, ...answers[linkId] })),
          answeredAt: instantAt(at, zone),
        });
      }}
    >
      <Stack gap="lg">
        <TextInput
          type="datetime-local"
          label={t`Answered at`}
          description={t`By the clock of ${clock}`}
          required
          max={wallTimeOf(new Date(), zone)}
          value={at}
          maw={260}
          onChange={({ currentTarget: { value } }) => {
            setAt(value);
          }}
        />
        {asked.map((item, index) => (
          <PaperField
            key={item.linkId}
            item={item}
            number={index + 1}
            answer={answers[item.linkId]}
            onAnswer={(answer) => {
              setAnswers({ ...answers, [item.linkId]: answer });
            }}
          />
        ))}
        {entering.error && (
          <Text c="red" size="sm" role="alert">
            {entering.error.message}
          </Text>
        )}
        <div>
          <Button type="submit" loading={entering.isPending} disabled={Object.keys(answers).length === 0}>
            <Trans>Keep it</Trans>
          </Button>
        </div>
      </Stack>
    </form>
  );
}
