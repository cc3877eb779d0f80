import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decodeJwt } from 'jose';
import * as openid from 'openid-client';
import { GatewayConfig } from '../../gateway.config.ts';
import { longestSession, seconds, type Session } from './session.ts';

/** What is remembered between leaving for the provider and coming back, sealed in a short-lived cookie. */
export interface SignInAttempt {
  state: string;
  nonce: string;
  verifier: string;
  returnTo: string;
}

/** The OIDC provider, whichever it is: code flow with PKCE, refresh, revocation, sign-out. */
@Injectable()
export class ProviderClient {
  readonly #config: GatewayConfig;
  #discovered: Promise<openid.Configuration> | undefined;

  constructor(config: GatewayConfig) {
    this.#config = config;
  }

  async begin(returnTo: string): Promise<{ attempt: SignInAttempt; url: string }> {
    const attempt = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
      returnTo,
    };
    const url = openid.buildAuthorizationUrl(await this.#provider(), {
      redirect_uri: `${this.#config.publicUrl}/auth/callback`,
      scope: this.#config.oidc.scope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return { attempt, url: url.href };
  }

  /** @param pathAndQuery of the callback, as the browser called it */
  async finish(attempt: SignInAttempt, pathAndQuery: string): Promise<Session> {
    const tokens = await openid.authorizationCodeGrant(
      await this.#provider(),
      new URL(pathAndQuery, this.#config.publicUrl),
      { expectedState: attempt.state, expectedNonce: attempt.nonce, pkceCodeVerifier: attempt.verifier },
    );
    return this.#session(tokens, { id: randomUUID(), startedAt: seconds() });
  }

  async refresh(session: Session, refreshToken: string): Promise<Session> {
    const tokens = await openid.refreshTokenGrant(await this.#provider(), refreshToken);
    return this.#session(tokens, session);
  }

  /** Ends the refresh token at the provider; the access token ends by itself within minutes. */
  async revoke(refreshToken: string): Promise<void> {
    await openid.tokenRevocation(await this.#provider(), refreshToken, { token_type_hint: 'refresh_token' });
  }

  /** Where the browser goes to end its session with the provider too; home, when the provider has no such page. */
  async endSessionUrl(idToken: string | null): Promise<string> {
    const home = `${this.#config.publicUrl}/`;
    const provider = await this.#provider();
    if (idToken === null || provider.serverMetadata().end_session_endpoint === undefined) return home;
    return openid.buildEndSessionUrl(provider, { id_token_hint: idToken, post_logout_redirect_uri: home })
      .href;
  }

  #session(
    tokens: openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers,
    before: Partial<Session> & Pick<Session, 'id' | 'startedAt'>,
  ): Session {
    // Straight from the provider, so the signature needs no look here: the services verify it on each call.
    const access = decodeJwt(tokens.access_token);
    const profile = tokens.claims();
    const person = this.#config.personOf(access);
    return {
      id: before.id,
      startedAt: before.startedAt,
      person: {
        ...person,
        name: text(profile?.['name']) ?? before.person?.name ?? person.id,
        language: text(profile?.['locale']) ?? before.person?.language ?? 'en',
        zone: text(profile?.['zoneinfo']) ?? before.person?.zone ?? 'UTC',
      },
      accessToken: tokens.access_token,
      accessEndsAt: Math.min(access.exp ?? seconds() + 60, before.startedAt + longestSession),
      refreshToken: tokens.refresh_token ?? before.refreshToken ?? null,
      idToken: tokens.id_token ?? before.idToken ?? null,
    };
  }

  /** Looked up at the first sign-in rather than at start, and again after a failure: the provider may come later. */
  #provider(): Promise<openid.Configuration> {
    this.#discovered ??= this.#discover().catch((error: unknown) => {
      this.#discovered = undefined;
      throw error;
    });
    return this.#discovered;
  }

  #discover(): Promise<openid.Configuration> {
    const { issuer, internalUrl, clientId, clientSecret } = this.#config.oidc;
    // The gateway may reach the provider under another address than browsers do; its documents name the public one.
    const reach: openid.CustomFetch = (url, options) =>
      fetch(url.startsWith(issuer) ? internalUrl + url.slice(issuer.length) : url, options as RequestInit);
    return openid.discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret },
      openid.ClientSecretBasic(clientSecret),
      {
        execute: issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [],
        [openid.customFetch]: reach,
        timeout: 10,
      },
    );
  }
}

/** Whether the provider said no for good, rather than being away or broken for a moment. */
export function isRefused(error: unknown): boolean {
  return error instanceof openid.ResponseBodyError && error.status < 500;
}

/** A key for a token in a map, so that the token itself lies around in fewer places. */
export function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
