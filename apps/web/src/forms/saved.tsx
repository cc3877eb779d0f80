import { t } from '@lingui/core/macro';
import { Text } from '@mantine/core';
import { ApiProblem } from '../api/http.ts';
import { problemsOf } from './field-problem.ts';

interface Props {
  readonly error: Error | null;
  readonly done: boolean;
  readonly words?: string;
}

/** What became of saving, said where it was asked for. */
export function Saved({ error, done, words }: Props) {
  const problems = problemsOf(error).map(({ detail }) => detail);
  const details = problems.length > 0 ? problems.join(' ') : undefined;
  const overtaken = error instanceof ApiProblem && error.status === 412;
  const said = overtaken
    ? t`Somebody changed this meanwhile: what is shown now is theirs.`
    : (details ?? error?.message);
  return (
    <Text size="sm" role={error ? 'alert' : 'status'} {...(error && { c: 'red' })}>
      {said ?? (done ? (words ?? t`Saved.`) : '')}
    </Text>
  );
}
