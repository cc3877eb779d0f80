import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Empty, Failed, failureTitle } from './states.tsx';
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

/** And of one that is not for the person, or that could not be drawn. */
export function Broken({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const told = error instanceof Error ? error : new Error(t`Something went wrong.`);
  useTitle(failureTitle(told));
  return <Failed order={1} error={told} onRetry={reset} />;
}
