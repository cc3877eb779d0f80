import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface TokenRequest {
  readonly person: string;
  readonly roles: readonly string[];
  readonly audience?: string;
  readonly issuer?: string;
  readonly subject?: string;
  /** True for a token that was good until a minute ago. */
  readonly expired?: boolean;
  /** True for a token of the right form whose signature is not the issuer's. */
  readonly forged?: boolean;
}

export interface TestIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly env: Readonly<Record<'OIDC_ISSUER' | 'OIDC_AUDIENCE' | 'OIDC_JWKS_URL', string>>;
  token(request: TokenRequest): Promise<string>;
  /** The same as a header. */
  authorization(request: TokenRequest): Promise<{ authorization: string }>;
  close(): Promise<void>;
}

const algorithm = 'RS256';

/** An OIDC issuer reduced to what a service sees of it: signed tokens and the keys to check them by. */
export async function testIssuer({ audience = 'attune-api' } = {}): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm);
  const stranger = await generateKeyPair(algorithm);
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'test', alg: algorithm, use: 'sig' }];
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const jwksUrl = `${issuer}/jwks`;

  const token = (request: TokenRequest) => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ person: request.person, roles: [...request.roles] })
      .setProtectedHeader({ alg: algorithm, kid: 'test', typ: 'at+jwt' })
      .setIssuer(request.issuer ?? issuer)
      .setAudience(request.audience ?? audience)
      .setSubject(request.subject ?? request.person)
      .setIssuedAt(now - 600)
      .setExpirationTime(request.expired ? now - 60 : now + 600)
      .sign(request.forged ? stranger.privateKey : privateKey);
  };
  return {
    issuer,
    audience,
    jwksUrl,
    env: { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwksUrl },
    token,
    authorization: async (request) => ({ authorization: `Bearer ${await token(request)}` }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
