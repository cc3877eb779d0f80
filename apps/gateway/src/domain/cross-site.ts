/** What a request says about where it comes from and how it proves who sends it. */
export interface RequestOrigin {
  method: string;
  /** Whether the sign-in cookie would act for the person: a bearer token or a client's link cannot be forged by a page elsewhere. */
  byCookie: boolean;
  secFetchSite: string | undefined;
  origin: string | undefined;
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may use the cookie. Only the page itself may change anything: a current browser says so with
 * `Sec-Fetch-Site`, an older one names its `Origin`; a request that says neither is refused.
 * @param ownOrigin the platform's public origin, such as `https://attune.example`
 */
export function isForgeable(request: RequestOrigin, ownOrigin: string): boolean {
  if (!request.byCookie || safeMethods.has(request.method)) return false;
  if (request.secFetchSite !== undefined) return request.secFetchSite !== 'same-origin';
  return request.origin !== ownOrigin;
}
