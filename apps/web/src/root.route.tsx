import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, notFound } from '@tanstack/react-router';
import { notPermitted } from './api/http.ts';
import { sessionQuery, type SignedIn } from './api/session.ts';
import { id } from './shell/address.ts';
import { Frame } from './shell/frame.tsx';
import { Broken, NotFound } from './shell/no-page.tsx';

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Frame,
  loader: ({ context }) => context.queries.ensureQueryData(sessionQuery),
  notFoundComponent: NotFound,
  errorComponent: Broken,
});

interface Entering {
  readonly context: { readonly queries: QueryClient };
}

/** Whoever may not see a page is told so at once, instead of its tools without what they are for. */
export const onlyFor = (allowed: (person: SignedIn) => boolean) => ({
  beforeLoad: async ({ context: { queries } }: Entering) => {
    const person = await queries.ensureQueryData(sessionQuery);
    if (person && !allowed(person)) throw notPermitted();
  },
});

/** For pages of one person: a wrong id is a page that does not exist. */
export const known = (param: string) => ({
  beforeLoad: ({ params }: { readonly params: Readonly<Record<string, string>> }) => {
    if (id(params[param]) === undefined) notFound({ throw: true });
  },
});
