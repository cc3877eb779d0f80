import { isRefused } from '../api/http.ts';

/** As React tells of what a page failed at, but for what the platform refuses: the page says that, and it is no fault. */
export function onCaughtError(
  error: unknown,
  { componentStack }: { componentStack?: string | undefined },
): void {
  if (error instanceof Error && isRefused(error)) return;
  // eslint-disable-next-line no-console -- whoever looks for the fault looks there
  console.error(error, componentStack);
}
