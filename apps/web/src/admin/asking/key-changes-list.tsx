import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Code, Text } from '@mantine/core';
import type { KeyChange } from './key-changes.ts';

/** What would count otherwise, one by one. */
export function KeyChanges({ changes }: { readonly changes: readonly KeyChange[] }) {
  return (
    <section aria-label={t`What changes`}>
      <Text size="sm" fw={600}>
        {changes.length === 0 ? <Trans>Nothing changes yet.</Trans> : <Trans>What changes</Trans>}
      </Text>
      <ul className="plain rows">
        {changes.map(({ of, field, from, to }) => (
          <li key={`${of} ${field}`}>
            <Code>
              {of}: {field}
            </Code>
            <Text size="sm" span className="breaks">
              <Trans>
                {from} becomes {to}
              </Trans>
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
