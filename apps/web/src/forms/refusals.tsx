import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Code, Stack, Text } from '@mantine/core';
import { problemsOf } from './field-problem.ts';

interface Props {
  readonly error: Error | null;
  /** A place in the document by what the page calls it; undefined where it has no name for it. */
  readonly placeWords?: (pointer: string) => string | undefined;
}

/** Everything that the platform found wrong with a document, each with its place in it. */
export function Refusals({ error, placeWords }: Props) {
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
                <Place pointer={pointer} words={placeWords?.(pointer)} />
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

function Place({ pointer, words }: { readonly pointer: string; readonly words: string | undefined }) {
  if (words === undefined) return <Code>{pointer === '' ? <Trans>as a whole</Trans> : pointer}</Code>;
  return (
    <Text size="sm" fw={600} span title={pointer}>
      {words}:
    </Text>
  );
}
