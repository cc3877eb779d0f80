import type { Instrument } from '../../api/instruments.ts';

/** Versions by their numbers: 1.10.0 comes after 1.9.0. */
export const byVersion = (one: string, other: string): number =>
  one.localeCompare(other, 'en', { numeric: true });

/** Each instrument once, in its newest version, by title; with how many versions there are. */
export function newestOf(
  instruments: readonly Instrument[],
): readonly { readonly instrument: Instrument; readonly versions: number }[] {
  return [...Map.groupBy(instruments, ({ url }) => url).values()]
    .flatMap((versions) => {
      const newest = versions.toSorted((one, other) => byVersion(one.version, other.version)).at(-1);
      return newest ? [{ instrument: newest, versions: versions.length }] : [];
    })
    .toSorted((one, other) => one.instrument.title.localeCompare(other.instrument.title));
}
