/**
 * Where to go after sign-in: only ever a page of our own.
 * @returns path with query and fragment, or `/` when the wish is missing, leads elsewhere, or back into sign-in
 */
export function returnPath(wish: string | undefined): string {
  if (wish === undefined || !wish.startsWith('/')) return '/';
  const base = 'http://own.invalid';
  // The URL parser reads `/\evil` and `//evil` the way a browser does.
  const url = URL.parse(wish, base);
  if (url === null || url.origin !== base) return '/';
  // `/.//evil` is ours to the parser, and elsewhere to the browser that gets what is left of it.
  if (/^\/\/|^\/(auth|identity|api)(\/|$)/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
