import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';

export interface Claims {
  readonly person: string;
  readonly roles: readonly string[];
  readonly audience?: string;
  readonly expired?: boolean;
}

/** The secrets that a platform made up at its first start. */
export interface Secrets {
  readonly passwords: Readonly<Record<string, string>>;
  readonly identitySigningKey: string;
}

export const secretsOf = (home: string) =>
  JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as Secrets;

const validSeconds = 3_600;

/** A token as the platform's own provider would sign it, but for what is asked for. */
export function forge(
  { home, origin }: { readonly home: string; readonly origin: string },
  { person, roles, audience = 'attune-api', expired = false }: Claims,
): Promise<string> {
  const key = createPrivateKey({
    key: Buffer.from(secretsOf(home).identitySigningKey, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ person, roles })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt' })
    .setIssuer(`${origin}/identity`)
    .setAudience(audience)
    .setSubject(person)
    .setIssuedAt(now - 600)
    .setExpirationTime(expired ? now - 60 : now + validSeconds)
    .sign(key);
}
