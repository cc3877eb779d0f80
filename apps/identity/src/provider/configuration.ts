import type { Configuration } from 'oidc-provider';
import { demoPersonGrant } from '../features/demo-token/demo-token.grant.ts';
import { signOutPages } from '../features/sign-out/sign-out.pages.ts';
import type { IdentityConfig } from '../identity.config.ts';
import { renderErrorPage } from '../pages/error.page.ts';
import type { DemoPeople } from '../people/demo-people.ts';
import { signingJwk } from './signing-key.ts';
import { StateAdapter } from './state-adapter.ts';
import type { StateStore } from './state-store.ts';

/** What tokens are for, as RFC 8707 wants it named; the tokens' `aud` is the configured audience. */
const apiResource = 'urn:attune:api';
const minute = 60;
const day = 24 * 60 * minute;

/** Everything oidc-provider is told: code flow with PKCE, rotated refresh tokens, RS256 access tokens. */
export function providerConfiguration(
  config: IdentityConfig,
  people: DemoPeople,
  store: StateStore,
): Configuration {
  const resourceServer = {
    scope: '',
    audience: config.audience,
    accessTokenFormat: 'jwt' as const,
    accessTokenTTL: 10 * minute,
    jwt: { sign: { alg: 'RS256' as const } },
  };
  return {
    adapter: (model) => new StateAdapter(model, store),
    clients: clients(config),
    jwks: { keys: [signingJwk(config.signingKey)] },
    cookies: {
      keys: [config.cookieSecret],
      names: { session: 'identity', interaction: 'identity_step', resume: 'identity_resume' },
      long: { path: config.mountPath || '/', httpOnly: true, sameSite: 'lax', signed: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    scopes: ['openid', 'profile', 'offline_access'],
    claims: {
      openid: ['sub', 'person', 'roles'],
      profile: ['name', 'preferred_username', 'locale', 'zoneinfo'],
    },
    // The gateway shows the name from the ID token, without another round trip.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: async (_context, client) => client.grantTypeAllowed('refresh_token'),
    ttl: {
      AccessToken: 10 * minute,
      Session: 14 * day,
      Grant: 14 * day,
      RefreshToken: 14 * day,
      IdToken: 10 * minute,
      Interaction: 60 * minute,
    },
    extraTokenClaims: async (_context, token) => {
      const person = 'accountId' in token && token.accountId ? people.byId(token.accountId) : undefined;
      return person && { person: person.personId, roles: person.roles };
    },
    findAccount: (_context, id) => {
      const person = people.byId(id);
      if (person === undefined) return undefined;
      return {
        accountId: id,
        claims: () => ({
          sub: id,
          person: person.personId,
          roles: person.roles,
          name: person.name,
          preferred_username: person.username,
          locale: person.language,
          zoneinfo: person.zone,
        }),
      };
    },
    // The platform's own client needs nobody's consent: the page asks for nothing that the role does not give.
    loadExistingGrant: async (context) => {
      const { client, session, provider, account } = context.oidc;
      if (client === undefined || account === undefined) return undefined;
      const known = session?.grantIdFor(client.clientId);
      const existing = known === undefined ? undefined : await provider.Grant.find(known);
      if (existing !== undefined) return existing;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
      grant.addOIDCScope('openid profile offline_access');
      await grant.save();
      return grant;
    },
    interactions: { url: (_context, interaction) => `${config.mountPath}/sign-in/${interaction.uid}` },
    renderError: renderErrorPage(config),
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: true, ...signOutPages(config) },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => apiResource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resourceServer,
      },
    },
  };
}

function clients(config: IdentityConfig): NonNullable<Configuration['clients']> {
  return [
    {
      client_id: config.client.id,
      client_secret: config.client.secret,
      client_name: 'Attune',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [`${config.publicUrl}/auth/callback`],
      post_logout_redirect_uris: [`${config.publicUrl}/`],
      token_endpoint_auth_method: 'client_secret_basic',
      id_token_signed_response_alg: 'RS256',
    },
    {
      client_id: 'attune-cli',
      client_name: 'attune token',
      grant_types: [demoPersonGrant],
      response_types: [],
      redirect_uris: [],
      token_endpoint_auth_method: 'none',
      id_token_signed_response_alg: 'RS256',
    },
  ];
}
