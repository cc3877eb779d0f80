// A browser refuses a cookie of more than 4,096 bytes with its name and attributes.
const chunkSize = 3_800;
const mostChunks = 4;

/**
 * Reads and writes the gateway's own cookies, whose values are base64url and dots only. Values too long for one
 * cookie are spread over several.
 */
export class CookieJar {
  readonly #secure: boolean;
  readonly #prefix: string;

  constructor(publicUrl: string) {
    this.#secure = publicUrl.startsWith('https:');
    // `__Host-` lets the browser itself refuse such a cookie from a sibling domain; it exists over https only.
    this.#prefix = this.#secure ? '__Host-attune' : 'attune';
  }

  read(header: string | undefined, name: string): string | undefined {
    const cookies = new Map((header ?? '').split(/;\s*/).map((cookie) => splitAt(cookie, '=')));
    const chunks = this.#names(name).map((chunk) => cookies.get(chunk));
    const end = chunks.findIndex((chunk) => !chunk);
    const value = (end === -1 ? chunks : chunks.slice(0, end)).join('');
    return value === '' ? undefined : value;
  }

  /** The `Set-Cookie` headers that store a value, and that clear what a longer one may have left behind. */
  write(name: string, value: string, secondsToLive: number): string[] {
    if (value.length > mostChunks * chunkSize)
      throw new Error('the tokens are too long for the session cookie');
    return this.#names(name).map((chunkName, i) => {
      const chunk = value.slice(i * chunkSize, (i + 1) * chunkSize);
      const age = chunk === '' ? 0 : secondsToLive;
      return `${chunkName}=${chunk}; Max-Age=${String(age)}; Path=/; HttpOnly; SameSite=Lax${this.#secure ? '; Secure' : ''}`;
    });
  }

  clear(name: string): string[] {
    return this.write(name, '', 0);
  }

  /** The header without the gateway's own cookies, for whom it forwards to. */
  withoutOwn(header: string): string {
    return header
      .split(/;\s*/)
      .filter((cookie) => !cookie.startsWith(this.#prefix))
      .join('; ');
  }

  #names(name: string): string[] {
    return Array.from(
      { length: mostChunks },
      (_, i) => `${this.#prefix}-${name}${i === 0 ? '' : `-${String(i)}`}`,
    );
  }
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
