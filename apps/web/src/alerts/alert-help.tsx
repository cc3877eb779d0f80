import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, List, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Alert, writeNote } from '../api/alerts.ts';
import { inLanguage } from './suggestion-words.ts';
import { decimal, moment } from '../shell/formats.ts';
import { useDraft } from './use-draft.ts';

/** What may help next, and where each idea comes from. */
export function Suggestions({ alert }: { readonly alert: Alert }) {
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>
        <Trans>What may help</Trans>
      </Text>
      <List size="sm" spacing={8}>
        {alert.suggestions.map(inLanguage).map(({ title, text, source }) => (
          <List.Item key={title}>
            <Text span fw={600} size="sm">
              {title}.
            </Text>{' '}
            {text}
            {source && (
              <Text c="dimmed" size="xs">
                {source}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

/** In words: whether the alliance has come back since. */
export function RepairWords({ alert: { repair } }: { readonly alert: Alert }) {
  if (!repair) return null;
  const since = plural(repair.scores, { one: '# check-in since', other: '# check-ins since' });
  // Watched no longer than until it was decided.
  const within = plural(repair.scores, { one: '# check-in', other: '# check-ins' });
  const target = decimal(repair.target);
  const words = {
    watching: t`Attune watches whether the rating comes back to ${target} (${since}).`,
    repaired: t`The rating came back to ${target} or better (after ${within}).`,
    'not-repaired': t`After ${within} the rating had not come back to ${target}: a good moment for supervision.`,
  };
  return <Text size="sm">{words[repair.status]}</Text>;
}

/** What was written about the alert, and room for more. */
export function Notes({ alert, zone }: { readonly alert: Alert; readonly zone: string | null }) {
  const queries = useQueryClient();
  const [text, setText] = useDraft(alert.alertId, 'note');
  const writing = useMutation({
    mutationFn: () => writeNote(alert, text.trim()),
    onSuccess: () => {
      setText('');
    },
    onSettled: (_, error) => {
      const refreshed = queries.invalidateQueries({ queryKey: ['alerts'] });
      return error ? undefined : refreshed;
    },
  });
  if (alert.notes.length === 0 && !alert.permitted.note) return null;
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        <Trans>Notes</Trans>
      </Text>
      {alert.notes.map((note) => (
        <div key={note.noteId}>
          <Text size="sm" className="written">
            {note.text}
          </Text>
          <Text c="dimmed" size="xs">
            {note.writtenByName ?? t`Somebody`}, {moment(note.writtenAt, zone)}
          </Text>
        </div>
      ))}
      {alert.permitted.note && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') writing.mutate();
          }}
        >
          <Textarea
            label={t`Write a note`}
            description={t`For those who treat or supervise this client; it stays inside Attune.`}
            maxLength={4000}
            autosize
            minRows={2}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
          />
          {writing.error && (
            <Text c="red" size="sm" role="alert" mt="xs">
              {writing.error.message}
            </Text>
          )}
          <Button
            type="submit"
            size="xs"
            variant="default"
            mt="xs"
            loading={writing.isPending}
            disabled={text.trim() === ''}
          >
            <Trans>Keep the note</Trans>
          </Button>
        </form>
      )}
    </Stack>
  );
}
