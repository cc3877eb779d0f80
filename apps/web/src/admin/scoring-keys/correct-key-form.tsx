import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { Instrument } from '../../api/instruments.ts';
import type { KeyCorrection } from '../../api/scoring-keys.ts';
import { whole } from '../../shell/formats.ts';
import { agreement, keyChanges, keyOf, toSend } from './key-changes.ts';
import { KeyChanges } from './key-changes-list.tsx';
import { type Faults, keyFaults } from './key-faults.ts';
import { KeyItems } from './key-items.tsx';
import { KeyScales } from './key-scales.tsx';
import { lackingWords, shortestReason } from './lacking-words.ts';
import { readDocument } from '../../forms/read-document.ts';

interface Props {
  readonly instrument: Instrument;
  /** How many there are to be scored again; undefined while nobody knows. */
  readonly responses: number | undefined;
  readonly saving: boolean;
  readonly onEdit: () => void;
  readonly onCorrect: (given: KeyCorrection & { readonly again: boolean }) => void;
  readonly onClose: () => void;
}

const asText = (document: object) => JSON.stringify(document, null, 2);

/** The key as it is, to be corrected; what comes of it is shown and agreed to before anything happens. */
export default function CorrectKeyForm({ instrument, responses, saving, onEdit, onCorrect, onClose }: Props) {
  const before = keyOf(instrument);
  const [text, setText] = useState(() => asText(before));
  const [reason, setReason] = useState('');
  const [again, setAgain] = useState(true);
  const { version, keyRevision } = instrument;
  const [seen, setSeen] = useState({ keyRevision, agreed: false });
  const read = readDocument(text);
  const changes = 'document' in read ? keyChanges(before, read.document) : [];
  const faults: Faults = 'document' in read ? keyFaults(instrument, read.document) : new Map();
  const { agreed, meanwhile } = agreement(seen, keyRevision);
  const edited = () => {
    setSeen({ ...seen, agreed: false });
    onEdit();
  };
  const write = (document: object) => {
    setText(asText(document));
    edited();
  };
  const count = responses === undefined ? t`how many is not known` : whole(responses);
  const lacking = lackingWords({
    ...{ faulty: !('document' in read) || faults.size > 0, changed: changes.length > 0 },
    ...{ reason, agreed, uncounted: again && responses === undefined },
  });
  const lackingId = useId();
  return (
    <form
      aria-label={t`Correct the key of version ${version}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (lacking === undefined && 'document' in read)
          onCorrect({ reason: reason.trim(), key: toSend(before, read.document), again });
      }}
    >
      <Stack gap="sm">
        {'document' in read ? (
          <>
            <KeyItems {...{ instrument, before, document: read.document, faults }} onChange={write} />
            <KeyScales {...{ instrument, before, document: read.document, faults }} onChange={write} />
          </>
        ) : (
          <Text role="alert" c="red" size="sm">
            <Trans>
              What was written as JSON cannot be read, and so the fields are not shown. Put it right below, or
              begin again.
            </Trans>{' '}
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                write(before);
              }}
            >
              <Trans>Begin again from the key as it is</Trans>
            </Button>
          </Text>
        )}
        <details>
          <summary>
            <Trans>As JSON, with all the rest</Trans>
          </summary>
          <Textarea
            label={t`The key of version ${version} (JSON)`}
            className="document"
            rows={14}
            spellCheck={false}
            value={text}
            error={'fault' in read && read.fault}
            onChange={({ currentTarget: { value } }) => {
              setText(value);
              edited();
            }}
          />
        </details>
        {/* What was just sent comes back as a newer one as well. */}
        {meanwhile && !saving && (
          <Text role="alert" c="red" size="sm">
            <Trans>
              Somebody else has corrected the key meanwhile. What was entered here is kept, and this is what
              it would change now: look at it again.
            </Trans>
          </Text>
        )}
        <KeyChanges instrument={instrument} changes={changes} />
        <TextInput
          label={t`What was wrong`}
          description={t`Stays in the audit.`}
          required
          minLength={shortestReason}
          maxLength={1000}
          value={reason}
          onChange={({ currentTarget: { value } }) => {
            setReason(value);
            onEdit();
          }}
        />
        <Checkbox
          label={t`Score the responses so far again by the corrected key: ${count}`}
          checked={again}
          onChange={({ currentTarget: { checked } }) => {
            setAgain(checked);
          }}
        />
        <Text size="sm" c="dimmed" maw={640}>
          {again ? (
            <Trans>
              Scores that come out otherwise are corrected everywhere, a signal that they refute is withdrawn
              from its alert, and nothing is raised about the past.
            </Trans>
          ) : (
            <Trans>Scores so far stay as they are, by the key that was wrong.</Trans>
          )}
        </Text>
        <Checkbox
          label={
            <>
              <Trans>Answers to version {version} count by this key from now on</Trans>{' '}
              <Text span inherit c="var(--mantine-color-error)" aria-hidden>
                *
              </Text>
            </>
          }
          required
          checked={agreed}
          disabled={changes.length === 0}
          onChange={({ currentTarget: { checked } }) => {
            setSeen({ keyRevision, agreed: checked });
          }}
        />
        <Group gap="md">
          <Button
            type="submit"
            loading={saving}
            disabled={lacking !== undefined}
            aria-describedby={lacking === undefined ? undefined : lackingId}
          >
            <Trans>Correct the key</Trans>
          </Button>
          <Button variant="default" onClick={onClose}>
            <Trans>Leave it as it is</Trans>
          </Button>
        </Group>
        {lacking !== undefined && (
          <Text id={lackingId} size="sm" c="dimmed">
            {lacking}
          </Text>
        )}
      </Stack>
    </form>
  );
}
