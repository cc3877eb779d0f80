import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { loadAnew, loadAnewOnce } from './load-anew.ts';
import { answers, endsWithReload, MissingScript } from './script.ts';
import { type Attempt, Empty, Failed, failureTitle } from './states.tsx';
import { useTitle } from './use-title.ts';

/** What stands in the place of a page that there is not. */
export function NotFound() {
  useTitle(t`Nothing here`);
  return (
    <Empty title={t`Nothing here`} order={1}>
      <Trans>This page does not exist. Choose one above.</Trans>
    </Empty>
  );
}

interface BrokenProps {
  readonly error: unknown;
  readonly reset: () => void;
}

const toldOf = (error: unknown) => (error instanceof Error ? error : new Error(t`Something went wrong.`));

/** And of one that is not for the person, or that could not be fetched or drawn. */
export function Broken(props: BrokenProps) {
  useTitle(failureTitle(toldOf(props.error)));
  return <BrokenPart {...props} order={1} />;
}

/** Instead of a part of a page: the rest of it stands. */
export function BrokenPart({ error, reset, order }: BrokenProps & { readonly order?: 1 }) {
  const told = useMemo(() => toldOf(error), [error]);
  const { again, attempt } = useAgain(told, reset);
  return <Failed {...(order && { order })} error={told} onRetry={again} attempt={attempt} />;
}

/** Tries again when asked to, and by itself when the device is connected again; at once where the app was renewed. */
function useAgain(error: Error, reset: () => void) {
  const byReload = endsWithReload(error);
  const [attempt, setAttempt] = useState<Attempt>('none');
  const again = useCallback(() => {
    if (!byReload) {
      reset();
      return;
    }
    setAttempt('running');
    void answers().then((there) => {
      if (there) loadAnew();
      else setAttempt('vain');
    });
  }, [byReload, reset]);
  useEffect(() => {
    if (error instanceof MissingScript) loadAnewOnce();
  }, [error]);
  useEffect(() => {
    if (!byReload) return;
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
    };
  }, [byReload, again]);
  return { again, attempt };
}
