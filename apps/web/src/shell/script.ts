import { t } from '@lingui/core/macro';
import { lazyRouteComponent } from '@tanstack/react-router';
import { ApiProblem, away } from '../api/http.ts';

/** The platform answers, but has that script no longer. */
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
    throw new MissingScript(t`Attune was renewed since you opened it. Load it anew to go on.`);
  });

/** A page whose script is fetched when somebody goes there, or shortly before. */
export const lazyPage = <Module extends object, Name extends keyof Module>(
  fetchIt: () => Promise<Module>,
  name: Name,
) => lazyRouteComponent<Module, Name>(() => script(fetchIt), name);

/** Browsers remember what they failed to fetch: only a page that is loaded anew asks for it again. */
export const endsWithReload = (error: Error): boolean =>
  error instanceof MissingScript || (error instanceof ApiProblem && error.status === 0);
