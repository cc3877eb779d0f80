import type { ReactNode } from 'react';
import { Failed, Loading } from './states.tsx';

interface Props<Data> {
  readonly of: {
    readonly data: Data | undefined;
    readonly error: Error | null;
    readonly refetch: () => Promise<unknown>;
  };
  readonly loading: string;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for, or that it is on its way, or why it is not to be had. */
export function Fetched<Data>({ of: { data, error, refetch }, loading, rows = 4, children }: Props<Data>) {
  return (
    <>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading rows={rows} label={loading} />}
      {data !== undefined && children(data)}
    </>
  );
}
