import { type ReactNode, useDeferredValue } from 'react';
import { Failed, Loading } from './states.tsx';

interface Props<Data> {
  readonly of: {
    readonly data: Data | undefined;
    readonly error: Error | null;
    readonly refetch: () => Promise<unknown>;
  };
  readonly loading: string;
  readonly rows?: number;
  /** Where to go on, where there is no such thing. */
  readonly back?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for, or that it is on its way, or why it is not to be had. */
export function Fetched<Data>({ of, loading, rows = 4, back, children }: Props<Data>) {
  const { error, refetch } = of;
  // Drawn in slices: whoever clicks meanwhile is heard.
  const data = useDeferredValue(of.data);
  return (
    <>
      {error && <Failed error={error} onRetry={() => void refetch()} back={back} />}
      {data === undefined && !error && <Loading rows={rows} label={loading} />}
      {data !== undefined && children(data)}
    </>
  );
}
