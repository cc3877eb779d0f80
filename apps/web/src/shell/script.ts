import { t } from '@lingui/core/macro';
import { lazyRouteComponent } from '@tanstack/react-router';
import { ApiProblem, away } from '../api/http.ts';

/** The platform answers, but the script was not to be had: it was replaced, or the connection was away when it was asked for. */
export class MissingScript extends Error {}

/** Whether the platform can be reached now. */
export const answers = (): Promise<boolean> =>
  fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * A part of the app that is fetched when it is needed; what went wrong is said in words for people.
 * @throws ApiProblem of status 0, MissingScript
 */
export const script = <Module>(fetchIt: () => Promise<Module>): Promise<Module> =>
  fetchIt().catch(async () => {
    if (!(await answers())) throw away();
    throw new MissingScript(t`This page could not be fetched. Load Attune anew to go on.`);
  });

/** A page whose script is fetched when somebody goes there, or ahead with `fetchPage`. */
export const lazyPage = <Module extends object, Name extends keyof Module>(
  fetchIt: () => Promise<Module>,
  name: Name,
) =>
  Object.assign(
    lazyRouteComponent<Module, Name>(() => script(fetchIt), name),
    { fetchPage: fetchIt },
  );

/** Browsers remember what they failed to fetch: only a page that is loaded anew asks for it again. */
export const endsWithReload = (error: Error): boolean =>
  error instanceof MissingScript || (error instanceof ApiProblem && error.status === 0);
