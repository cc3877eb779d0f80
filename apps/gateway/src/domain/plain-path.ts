/** A percent sign before a character that needs none, such as `%61` for `a`, or before no character at all. */
const needless = /%(?:2[DdEe]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff]|7[Ee])|%(?![0-9A-Fa-f]{2})/;

/**
 * Whether a path says what it means. Limits, protection against forged requests and routing must all see the same
 * path: one that is spelled another way would be looked at as one thing and answered as another.
 * @param path of a request, without its query
 */
export function isPlainPath(path: string): boolean {
  if (!path.startsWith('/') || path.startsWith('//') || needless.test(path)) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
