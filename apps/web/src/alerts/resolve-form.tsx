import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type Alert, type Closing, type Outcome, reopen, resolve } from '../api/alerts.ts';
import { outcomesOf } from '../api/outcomes.ts';
import { useAnswer } from './use-answer.ts';
import { useDraft } from './use-draft.ts';

interface Props {
  readonly alert: Alert;
  /** The card is about to go. */
  readonly onResolved?: () => void;
}

export function ResolveForm({ alert, onResolved }: Props) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [useful, setUseful] = useState<'yes' | 'no' | null>(null);
  const [note, setNote] = useDraft(alert.alertId, 'closing');
  const closing = useAnswer<Closing>(alert, {
    send: resolve,
    change: (closed) => ({ status: 'resolved', outcome: closed.outcome }),
    said: (name) => t`Resolved: ${name}.`,
    back: reopen,
    onAnswered: () => {
      setNote('');
    },
  });
  // The rest follows the first answer: an open card is long enough.
  const begun = outcome !== null || note !== '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!outcome) return;
        closing.mutate({ outcome, useful: useful === null ? null : useful === 'yes', note: note.trim() });
        onResolved?.();
      }}
    >
      <Stack gap="sm">
        <Radio.Group
          label={t`How did it end?`}
          value={outcome ?? ''}
          onChange={(value) => {
            setOutcome(value as Outcome);
          }}
        >
          <Stack gap={6} mt={6}>
            {Object.entries(outcomesOf(alert)).map(([value, label]) => (
              <Radio key={value} value={value} label={i18n._(label)} />
            ))}
          </Stack>
        </Radio.Group>
        {begun && (
          <>
            <Radio.Group
              label={t`Was this alert useful?`}
              description={t`So that the rules can be tuned; nobody is rated by it.`}
              value={useful ?? ''}
              onChange={(value) => {
                setUseful(value as 'yes' | 'no');
              }}
            >
              <Group gap="lg" mt={6}>
                <Radio value="yes" label={t`Yes`} />
                <Radio value="no" label={t`No`} />
              </Group>
            </Radio.Group>
            <Textarea
              label={t`Closing note`}
              description={t`For the record of this alert; it stays inside Attune.`}
              maxLength={4000}
              autosize
              minRows={2}
              value={note}
              onChange={(event) => {
                setNote(event.currentTarget.value);
              }}
            />
            {closing.error && (
              <Text c="red" size="sm" role="alert">
                {closing.error.message}
              </Text>
            )}
            <div>
              <Button type="submit" disabled={outcome === null} loading={closing.isPending}>
                <Trans>Resolve</Trans>
              </Button>
            </div>
          </>
        )}
      </Stack>
    </form>
  );
}
