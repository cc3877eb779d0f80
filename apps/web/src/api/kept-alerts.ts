import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Alert } from './alerts.ts';
import type { Page } from './http.ts';

/** Alerts are kept page by page for the inbox, and as one page for a client or for supervision. */
type Kept = Page<Alert> | InfiniteData<Page<Alert>>;

const queryKey = ['alerts'];

/** Changes one alert wherever it is kept, so that every page says the same of it at once. */
export function changeKept(queries: QueryClient, alertId: string, change: (alert: Alert) => Alert): void {
  const within = (page: Page<Alert>): Page<Alert> => ({
    ...page,
    items: page.items.map((item) => (item.alertId === alertId ? change(item) : item)),
  });
  queries.setQueriesData<Kept>(
    { queryKey },
    (kept) => kept && ('pages' in kept ? { ...kept, pages: kept.pages.map(within) } : within(kept)),
  );
}

/** What was asked for before a change may not undo it on the page. */
export const holdKept = (queries: QueryClient) => queries.cancelQueries({ queryKey });

export const refreshKept = (queries: QueryClient) => queries.invalidateQueries({ queryKey });
