import { randomUUID } from 'node:crypto';
import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import type { DemoPeople } from '../../people/demo-people.ts';

/** `grant_type` by which the command line and curl get a token for a demo person. */
export const demoPersonGrant = 'urn:attune:grant-type:demo-person';

const tokenLifetime = 8 * 60 * 60;

/**
 * A password grant under a name of our own, for the public client `attune-cli`. It lives inside the provider, so
 * its tokens are the same as those of a browser's sign-in; it exists only in this demo provider, and the web
 * client may not use it.
 */
export function registerDemoPersonGrant(provider: Provider, people: DemoPeople, audience: string): void {
  const issue = async (context: KoaContextWithOIDC): Promise<void> => {
    const { client, params } = context.oidc;
    const person = people.authenticate(text(params?.['username']), text(params?.['password']));
    if (client === undefined || person === undefined) {
      throw new errors.InvalidGrant('nobody has this name and password');
    }
    // Nothing is stored, so there is no grant behind the id: a demo token simply ends after its eight hours.
    const token = new provider.AccessToken({
      client,
      accountId: person.personId,
      grantId: randomUUID(),
      gty: demoPersonGrant,
    });
    token.resourceServer = new provider.ResourceServer(audience, {
      scope: '',
      audience,
      accessTokenFormat: 'jwt',
      accessTokenTTL: tokenLifetime,
      jwt: { sign: { alg: 'RS256' } },
    });
    const value = await token.save();
    context.body = { access_token: value, expires_in: token.expiration, token_type: token.tokenType };
  };
  provider.registerGrantType(demoPersonGrant, issue, ['username', 'password']);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
