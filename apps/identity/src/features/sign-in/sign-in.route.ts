import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import type { IdentityConfig } from '../../identity.config.ts';
import { errorPage } from '../../pages/error.page.ts';
import { pageHeaders } from '../../pages/page.ts';
import type { DemoPeople } from '../../people/demo-people.ts';
import { readForm } from './read-form.ts';
import { signInPage, type SignInView } from './sign-in.page.ts';

/** `GET|POST /sign-in/:uid`: shows who may sign in, and hands the choice back to the provider. */
export function signInRoute(provider: Provider, people: DemoPeople, config: IdentityConfig) {
  const send = (response: ServerResponse, status: number, body: string): void => {
    response.writeHead(status, pageHeaders()).end(body);
  };
  const show = (response: ServerResponse, status: number, view: Omit<SignInView, 'people'>): void => {
    send(response, status, signInPage({ people: people.all, ...view }));
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      // Looks the attempt up by the cookie of this very browser, so a link sent by somebody else leads nowhere.
      await provider.interactionDetails(request, response);
      if (request.method !== 'POST') {
        show(response, 200, {});
        return;
      }
      const form = await readForm(request);
      const username = form.get('username') ?? '';
      const chosen = form.get('person');
      const person =
        chosen === null
          ? people.authenticate(username, form.get('password') ?? '')
          : people.byUsername(chosen);
      if (person === undefined) {
        show(response, 422, { wrong: true, username });
        return;
      }
      await provider.interactionFinished(request, response, { login: { accountId: person.personId } });
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      send(response, 400, errorPage(config, 'The attempt took too long, or was begun in another browser.'));
    }
  };
}
