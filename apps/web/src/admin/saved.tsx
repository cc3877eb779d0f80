import { Text } from '@mantine/core';
import { ApiProblem } from '../api/http.ts';

interface Props {
  readonly error: Error | null;
  readonly done: boolean;
  readonly words?: string;
}

/** What became of saving, said where it was asked for. */
export function Saved({ error, done, words = 'Saved.' }: Props) {
  const overtaken = error instanceof ApiProblem && error.status === 412;
  const said = overtaken ? 'Somebody changed this meanwhile: what is shown now is theirs.' : error?.message;
  return (
    <Text size="sm" role={error ? 'alert' : 'status'} {...(error && { c: 'red' })}>
      {said ?? (done ? words : '')}
    </Text>
  );
}
