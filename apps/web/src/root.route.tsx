import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, notFound } from '@tanstack/react-router';
import { notPermitted } from './api/http.ts';
import { may, sessionQuery, type SignedIn } from './api/session.ts';
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

/** A wrong id is a page that does not exist. */
const requireId = (given: string | undefined) => {
  if (id(given) === undefined) notFound({ throw: true });
};

/** For pages of one person. */
export const known = (param: string) => ({
  beforeLoad: ({ params }: { readonly params: Readonly<Record<string, string>> }) => {
    requireId(params[param]);
  },
});

type Fetch = (queries: QueryClient, clientId: string, person: SignedIn) => void;
interface OfClient {
  readonly params: { readonly clientId: string };
}

/** For pages of one client: what they show is under way while the page itself is fetched. */
export const ofClient = (fetchEarly: Fetch) => ({
  beforeLoad: async ({ context: { queries }, params: { clientId } }: Entering & OfClient) => {
    requireId(clientId);
    const person = await queries.ensureQueryData(sessionQuery);
    if (person && may.seeCaseload(person)) fetchEarly(queries, clientId, person);
  },
});
