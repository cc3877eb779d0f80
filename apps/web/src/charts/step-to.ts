/**
 * Where a key leads from one of a row of places.
 * @param from null where none is chosen
 * @returns null to choose none; undefined for a key that means nothing here
 */
export function stepTo(key: string, from: number | null, last: number): number | null | undefined {
  const here = from ?? last;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(here - 1, 0);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(here + 1, last);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}
