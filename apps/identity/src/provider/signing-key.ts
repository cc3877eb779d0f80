import { createHash, createPrivateKey } from 'node:crypto';
import type { JWK } from 'oidc-provider';

/**
 * The provider's private signing key as a JWK.
 * @param key PKCS#8, RSA of at least 2048 bits: as PEM, or as its base64 body on one line
 */
export function signingJwk(key: string): JWK {
  const privateKey = key.includes('-----BEGIN')
    ? createPrivateKey(key)
    : createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
  const jwk = privateKey.export({ format: 'jwk' });
  // RFC 7638: the same key keeps the same id from start to start, so tokens stay verifiable.
  const kid = createHash('sha256')
    .update(JSON.stringify({ e: jwk['e'], kty: jwk['kty'], n: jwk['n'] }))
    .digest('base64url');
  return { ...jwk, kid, alg: 'RS256', use: 'sig' } as JWK;
}
