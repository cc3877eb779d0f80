import type { KoaContextWithOIDC } from 'oidc-provider';
import type { IdentityConfig } from '../../identity.config.ts';
import { html, Markup, page, pageHeaders } from '../../pages/page.ts';

const submitAtOnce = "document.getElementById('op.logoutForm').requestSubmit(document.getElementById('yes'))";

/** oidc-provider's pages of RP-initiated logout. */
export function signOutPages(config: IdentityConfig) {
  return {
    logoutSource(context: KoaContextWithOIDC, form: string): void {
      const hint = context.oidc.entities.IdTokenHint?.payload['sub'];
      // Attune asked for this with the person's own ID token: there is nothing left to ask. Without scripts the
      // button remains; without such a token another site might be asking, so the person decides.
      const script =
        hint !== undefined && hint === context.oidc.session?.accountId ? submitAtOnce : undefined;
      send(context, 'Sign out', confirmation(form, script, config), script);
    },
    postLogoutSuccessSource(context: KoaContextWithOIDC): void {
      send(
        context,
        'Signed out',
        html`<div class="card">
          <h1>You are signed out</h1>
          <p class="soft">It is safe to close this page.</p>
          <p><a href="${config.publicUrl}/">Sign in again</a></p>
        </div>`,
      );
    },
  };
}

function confirmation(form: string, script: string | undefined, config: IdentityConfig): Markup {
  return html`<div class="card">
      <h1>Sign out of Attune?</h1>
      <p class="soft">This also ends your session with the demo sign-in.</p>
      ${new Markup(form)}
      <button class="main" id="yes" form="op.logoutForm" type="submit" name="logout" value="yes">
        Sign out
      </button>
      <p class="note"><a href="${config.publicUrl}/">Stay signed in</a></p>
    </div>
    ${script === undefined ? undefined : new Markup(`<script>${script}</script>`)}`;
}

function send(context: KoaContextWithOIDC, title: string, body: Markup, script?: string): void {
  for (const [name, value] of Object.entries(pageHeaders(script))) context.set(name, value);
  context.body = page(title, body);
}
