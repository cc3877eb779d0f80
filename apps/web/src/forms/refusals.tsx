import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Code, Stack, Text } from '@mantine/core';
import { problemsOf } from './field-problem.ts';

/** Everything that the platform found wrong with a document, each with its place in it. */
export function Refusals({ error }: { readonly error: Error | null }) {
  if (!error) return null;
  const problems = problemsOf(error);
  return (
    <Alert color="red" variant="light" title={t`It was not taken`} role="alert">
      <Stack gap="xs">
        <Text size="sm">
          {problems.length > 0 ? <Trans>What is wrong, place by place:</Trans> : error.message}
        </Text>
        {problems.length > 0 && (
          <ul className="plain rows">
            {problems.map(({ pointer, detail }) => (
              <li key={pointer + detail}>
                <Code>{pointer === '' ? <Trans>as a whole</Trans> : pointer}</Code>
                <Text size="sm" span>
                  {detail}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Alert>
  );
}
