import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CatalogueKey } from '../../api/instruments.ts';
import { Fetched } from '../../shell/fetched.tsx';

interface Props {
  readonly catalogue: UseQueryResult<readonly CatalogueKey[]>;
  readonly publishes: boolean;
}

/** Instruments whose scoring is built in, and whose words belong to somebody. */
export function WaitingForWords({ catalogue, publishes }: Props) {
  return (
    <section aria-labelledby="awaiting">
      <Stack gap="sm">
        <div>
          <Title id="awaiting" order={3} size="h5">
            <Trans>Waiting for their words</Trans>
          </Title>
          <Text size="sm" c="dimmed" maw={640}>
            <Trans>
              Their scoring is built in; the questions themselves belong to their holders. With a licence, an
              administrator uploads the words.
            </Trans>
          </Text>
        </div>
        <Fetched of={catalogue} loading={t`Loading the catalogue`} rows={2}>
          {(keys) => (
            <ul className="plain rows">
              {keys
                .filter(({ status }) => status === 'awaits-wording')
                .map((key) => (
                  <Waiting key={key.name} of={key} publishes={publishes} />
                ))}
            </ul>
          )}
        </Fetched>
      </Stack>
    </section>
  );
}

function Waiting({ of, publishes }: { readonly of: CatalogueKey; readonly publishes: boolean }) {
  const { name, title, holder, licence, caution, items } = of;
  return (
    <li>
      <Group justify="space-between" w="100%" gap="sm">
        <div className="grow">
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed" className="breaks">
            {plural(items.length, { one: '# item', other: '# items' })} · {licence.name} · {holder}
          </Text>
          {caution !== null && (
            <Text size="sm" c="dimmed">
              {caution}
            </Text>
          )}
        </div>
        {publishes && (
          <Button
            size="xs"
            variant="default"
            aria-label={t`Upload the words of ${title}`}
            renderRoot={(props) => <Link to="/admin/instruments/new" search={{ wording: name }} {...props} />}
          >
            <Trans>Upload the words</Trans>
          </Button>
        )}
      </Group>
    </li>
  );
}
