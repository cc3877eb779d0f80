const key = 'attune-link';

type Page = Pick<Window, 'location' | 'history' | 'sessionStorage'>;

/**
 * The link's token. It comes in the fragment, which no server sees, and leaves the visible address at once, so that
 * it is not in the history or over somebody's shoulder; this tab keeps it for a reload.
 */
export function takeToken({ location, history, sessionStorage }: Page): string | null {
  const given = location.hash.slice(1);
  if (given !== '') {
    sessionStorage.setItem(key, given);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(key);
}
