import { createHash } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';

/**
 * Encrypts what a cookie carries (JWE, A256GCM), so that neither the browser nor anybody who copies its cookies
 * sees a token. What is sealed for one purpose does not open for another.
 */
export class Seal {
  readonly #key: Uint8Array;

  /** @param secret at least 32 characters, the same on every instance of the gateway */
  constructor(secret: string) {
    this.#key = createHash('sha256').update(`attune-gateway\n${secret}`).digest();
  }

  async close<T extends object>(purpose: string, content: T, secondsToLive: number): Promise<string> {
    return new EncryptJWT({ content })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience(purpose)
      .setExpirationTime(Math.floor(Date.now() / 1000) + secondsToLive)
      .encrypt(this.#key);
  }

  /** @returns undefined when it was altered, is over, or was sealed with another secret or for another purpose */
  async open<T extends object>(purpose: string, sealed: string): Promise<T | undefined> {
    try {
      const { payload } = await jwtDecrypt<{ content: T }>(sealed, this.#key, {
        audience: purpose,
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return payload.content;
    } catch {
      return undefined;
    }
  }
}
