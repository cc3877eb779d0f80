import type { Configuration } from 'oidc-provider';
import type { IdentityConfig } from '../identity.config.ts';
import { html, page, pageHeaders } from './page.ts';

/** Shown when a sign-in cannot go on: says so plainly and leads back to the start. */
export function errorPage(config: IdentityConfig, reason: string): string {
  return page(
    'Sign-in could not be completed',
    html`<div class="card">
      <h1>Sign-in could not be completed</h1>
      <p class="soft">${reason}</p>
      <p><a href="${config.publicUrl}/auth/sign-in">Start again</a></p>
    </div>`,
  );
}

const reasons: Record<string, string> = {
  invalid_client: 'The application that asked for it is not known here.',
  invalid_redirect_uri: 'The application asked to be answered at an address that is not its own.',
};

/** oidc-provider's hook of the same name; the technical description goes to developers, not into the page's text. */
export function renderErrorPage(config: IdentityConfig): NonNullable<Configuration['renderError']> {
  return (context, out) => {
    for (const [name, value] of Object.entries(pageHeaders())) context.set(name, value);
    context.set('x-error', out.error);
    context.body = errorPage(config, reasons[out.error] ?? 'The attempt is over or was interrupted.');
  };
}
