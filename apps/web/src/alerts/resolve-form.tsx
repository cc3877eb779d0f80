import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Alert, type Outcome, outcomes, resolve } from '../api/alerts.ts';
import { useUndo } from './undo.tsx';

interface Props {
  readonly alert: Alert;
  readonly onResolved?: () => void;
}

export function ResolveForm({ alert, onResolved }: Props) {
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [useful, setUseful] = useState<'yes' | 'no' | null>(null);
  const [note, setNote] = useState('');
  const { offer } = useUndo();
  const closing = useMutation({
    mutationFn: (chosen: Outcome) =>
      resolve(alert, {
        outcome: chosen,
        useful: useful === null ? null : useful === 'yes',
        note: note.trim(),
      }),
    onSuccess: (closed) => {
      offer(closed);
      onResolved?.();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['alerts'] }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome) closing.mutate(outcome);
      }}
    >
      <Stack gap="sm">
        <Radio.Group
          label="How did it end?"
          value={outcome ?? ''}
          onChange={(value) => {
            setOutcome(value as Outcome);
          }}
        >
          <Stack gap={6} mt={6}>
            {Object.entries(outcomes).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group
          label="Was this alert useful?"
          description="So that the rules can be tuned; nobody is rated by it."
          value={useful ?? ''}
          onChange={(value) => {
            setUseful(value as 'yes' | 'no');
          }}
        >
          <Group gap="lg" mt={6}>
            <Radio value="yes" label="Yes" />
            <Radio value="no" label="No" />
          </Group>
        </Radio.Group>
        <Textarea
          label="Note"
          description="For the record of this alert; it stays inside Attune."
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
            Resolve
          </Button>
        </div>
      </Stack>
    </form>
  );
}
