import { isRefused } from '../api/http.ts';

/** What a page failed at is told where faults are looked for, but for what the platform refuses: the page says that. */
export function onCaughtError(error: unknown): void {
  if (error instanceof Error && isRefused(error)) return;
  reportError(error);
}
