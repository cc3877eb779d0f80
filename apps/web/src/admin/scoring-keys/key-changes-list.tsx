import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Instrument } from '../../api/instruments.ts';
import type { KeyChange } from './key-changes.ts';
import { keyFieldWords, keyPartWords, keyValueWords } from './key-words.ts';

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
        {changes.map(({ of, field, from, to }) => {
          const [before, after] = [keyValueWords(from), keyValueWords(to)];
          return (
            <li key={`${of} ${field}`}>
              <Text size="sm" fw={600} span title={`${of}: ${field}`}>
                {keyPartWords(instrument, of)}: {keyFieldWords(field)}
              </Text>
              <Text size="sm" span className="breaks">
                <Trans>
                  {before} becomes {after}
                </Trans>
              </Text>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
