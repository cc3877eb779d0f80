import type { DemoPerson } from '../../people/demo-people.ts';
import { html, type Markup, page } from '../../pages/page.ts';

const roleNames: Record<DemoPerson['roles'][number], string> = {
  therapist: 'Therapist',
  supervisor: 'Supervisor',
  'clinic-lead': 'Clinic lead',
  operations: 'Operations',
  admin: 'Administrator',
  integrator: 'Integrator',
};

/** Accounts named after their role are the ones a newcomer wants; colleagues fold away behind them. */
const featured = ['operations', 'therapist', 'supervisor', 'lead', 'admin', 'integrator'];

export interface SignInView {
  people: readonly DemoPerson[];
  username?: string;
  wrong?: boolean;
}

export function signInPage(view: SignInView): string {
  const shown = featured.flatMap((name) => view.people.filter((person) => person.username === name));
  const first = shown.length > 0 ? shown : view.people.slice(0, 6);
  const others = view.people.filter((person) => !first.includes(person));
  return page(
    view.wrong === true ? 'Error: Sign in' : 'Sign in',
    html`<div class="card columns">
        <section aria-labelledby="choose">
          <h1 id="choose">Sign in to the demo</h1>
          <p class="soft">Everybody here is invented. Choose who you would like to be.</p>
          <form method="post" autocomplete="off">
            <ul>
              ${first.map(choice)}
            </ul>
            ${
              others.length === 0
                ? undefined
                : html`<details>
                    <summary>${String(others.length)} more colleagues</summary>
                    <ul>
                      ${others.map(choice)}
                    </ul>
                  </details>`
            }
          </form>
        </section>
        <section aria-labelledby="by-name">
          <h2 id="by-name">Or with a user name</h2>
          ${view.wrong === true ? html`<p class="wrong" role="alert" id="wrong">That user name and password do not match anyone.</p>` : undefined}
          <form method="post">
            <label for="username">User name</label>
            <input
              id="username"
              name="username"
              type="text"
              autocomplete="username"
              autocapitalize="none"
              spellcheck="false"
              required
              value="${view.username ?? ''}"
              ${invalid(view)}
            />
            <label for="password">Password</label>
            <input
              id="password"
              name="password"
              type="password"
              autocomplete="current-password"
              required
              aria-describedby="hint"
              ${invalid(view)}
            />
            <button class="main" type="submit">Sign in</button>
          </form>
          <p class="soft small note" id="hint">The demo password is <code>attune</code>.</p>
        </section>
      </div>
      <p class="soft small note">
        Demonstration sign-in. A real installation uses your organisation’s own.
      </p>`,
    { wide: true },
  );
}

function choice(person: DemoPerson): Markup {
  return html`<li>
    <button class="person" type="submit" name="person" value="${person.username}">
      <span class="face" aria-hidden="true">${initials(person.name)}</span
      ><span
        ><b>${person.name}</b><small>${person.roles.map((role) => roleNames[role]).join(', ')}</small></span
      >
    </button>
  </li>`;
}

function invalid(view: SignInView): Markup | undefined {
  return view.wrong === true ? html` aria-invalid="true" aria-errormessage="wrong"` : undefined;
}

function initials(name: string): string {
  const words = name.replace(/^(Dr|Prof)\.?\s+/u, '').split(/\s+/u);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
}
