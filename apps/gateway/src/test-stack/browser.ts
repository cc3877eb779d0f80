interface Cookie {
  value: string;
  path: string;
}

/** As much of a browser as sign-in needs: it keeps cookies by path and can be told to follow redirects. */
export class Browser {
  readonly origin: string;
  readonly #cookies = new Map<string, Cookie>();

  constructor(origin: string) {
    this.origin = origin;
  }

  /** The page's own requests, as a current browser marks them; `headers` may say otherwise. */
  async fetch(url: string, options: RequestInit = {}): Promise<Response> {
    const target = new URL(url, this.origin);
    const headers = new Headers({ 'sec-fetch-site': 'same-origin' });
    new Headers(options.headers).forEach((value, name) => {
      headers.set(name, value);
    });
    const cookie = this.cookieHeader(target.pathname);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(target, { ...options, headers, redirect: 'manual' });
    for (const header of response.headers.getSetCookie()) this.#store(header);
    return response;
  }

  /** Goes to an address and on to wherever it leads. */
  async visit(url: string, options: RequestInit = {}): Promise<Response> {
    let response = await this.fetch(url, options);
    for (let hops = 0; hops < 10 && response.headers.has('location'); hops += 1) {
      const location = response.headers.get('location') ?? '';
      response = await this.fetch(new URL(location, response.url).href);
    }
    return response;
  }

  /** Signs in as a demo person, and ends at the page that was wished for. */
  async signIn(username: string, wish = '/'): Promise<Response> {
    const page = await this.visit(`/auth/sign-in?return=${encodeURIComponent(wish)}`);
    return this.visit(page.url, { method: 'POST', body: new URLSearchParams({ person: username }) });
  }

  cookieHeader(path = '/'): string {
    return [...this.#cookies]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, cookie]) => `${name}=${cookie.value}`)
      .join('; ');
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)?.value;
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, { value, path: '/' });
  }

  #store(header: string): void {
    const [pair = '', ...attributes] = header.split(/;\s*/);
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    const attribute = (wanted: string): string | undefined =>
      attributes.find((text) => text.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const over = attribute('max-age') === '0' || Date.parse(attribute('expires') ?? '') < Date.now();
    if (over) this.#cookies.delete(name);
    else this.#cookies.set(name, { value: pair.slice(at + 1), path: attribute('path') ?? '/' });
  }
}
