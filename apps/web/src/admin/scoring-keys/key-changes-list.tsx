import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Instrument } from '../../api/instruments.ts';
import { keyChangeWords } from './key-change-words.ts';
import type { KeyChange } from './key-changes.ts';
import { keyFieldWords, keyPartWords } from './key-words.ts';

interface Props {
  readonly instrument: Instrument;
  readonly changes: readonly KeyChange[];
}

/** What would count otherwise, one by one. */
export function KeyChanges({ instrument, changes }: Props) {
  return (
    <section aria-label={t`What changes`}>
      <Text size="sm" fw={600}>
        {changes.length === 0 ? <Trans>Nothing changes yet.</Trans> : <Trans>What changes</Trans>}
      </Text>
      <ul className="plain rows">
        {changes.flatMap((change) =>
          keyChangeWords(instrument, change).map((line) => (
            <li key={`${change.of} ${change.field} ${line}`}>
              <Text size="sm" fw={600} span title={`${change.of}: ${change.field}`}>
                {keyPartWords(instrument, change.of)}: {keyFieldWords(change.field)}
              </Text>
              <Text size="sm" span className="breaks">
                {line}
              </Text>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
