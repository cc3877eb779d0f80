import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import { SERVICE_CONFIG, type ServiceConfig } from '../config/service-config.ts';
import { Problem } from '../errors/problem.ts';
import { roles, type Person, type Role } from './person.ts';

const uuid = z.uuid();
const known = new Set<string>(roles);
const refuse = (code: string, detail: string) =>
  new Problem(401, code, detail, { headers: { 'www-authenticate': 'Bearer realm="attune"' } });

/** Checks access tokens against the provider's keys: issuer, audience, algorithm, type and expiry. */
@Injectable()
export class TokenVerifier {
  private readonly keys: ReturnType<typeof createRemoteJWKSet>;

  constructor(@Inject(SERVICE_CONFIG) private readonly config: ServiceConfig) {
    this.keys = createRemoteJWKSet(new URL(config.OIDC_JWKS_URL), { cooldownDuration: 2_000 });
  }

  /** @throws Problem 401 that says whether the token is missing, over or not good; 503 when its keys are out of reach */
  async verify(authorization: string | undefined): Promise<Person> {
    const token = /^Bearer ([^\s]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw refuse('not-signed-in', 'Send an access token: Authorization: Bearer ….');
    return this.toPerson(await this.payload(token));
  }

  private async payload(token: string): Promise<JWTPayload> {
    const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = this.config;
    try {
      const options = {
        issuer,
        audience,
        algorithms: ['RS256'],
        typ: 'at+jwt',
        requiredClaims: ['exp', 'sub'],
      };
      return (await jwtVerify(token, this.keys, options)).payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        throw refuse('token-expired', 'Sign in again: the token is over.');
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) {
        throw refuse(
          'token-invalid',
          'This token is not good here: wrong issuer, audience, type or signature.',
        );
      }
      const headers = { 'retry-after': '2' };
      throw new Problem(503, 'sign-in-unavailable', 'Tokens cannot be checked for the moment.', { headers });
    }
  }

  private toPerson(payload: JWTPayload): Person {
    const id = uuid.safeParse(payload[this.config.OIDC_PERSON_CLAIM]);
    const claimed = payload[this.config.OIDC_ROLES_CLAIM];
    if (!id.success || !Array.isArray(claimed)) {
      throw refuse(
        'token-incomplete',
        'The token names no person or no roles: the provider must add those claims.',
      );
    }
    return {
      id: id.data,
      roles: claimed.filter((role): role is Role => known.has(role)),
      subject: payload.sub ?? '',
    };
  }
}
