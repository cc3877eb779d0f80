interface Dated {
  readonly at: string;
}
/** What is known of one trail behind a page: entries not shown yet, and where to go on; null at its end. */
export interface Trail<Entry> {
  readonly held: readonly Entry[];
  /** Empty before its first page. */
  readonly next: string | null;
}
export type Trails<Name extends string, Entry> = Readonly<Partial<Record<Name, Trail<Entry>>>>;
interface Fetched<Entry> {
  readonly items: readonly Entry[];
  readonly next: string | null;
}
export interface Merged<Name extends string, Entry> {
  readonly entries: readonly Entry[];
  readonly away: readonly Name[];
  /** Where the next page begins; null at the end of all. */
  readonly rest: Trails<Name, Entry> | null;
}

/**
 * A page of several trails as if they were one, the newest first. Each is asked on only when nothing of it is held any
 * more, so that nothing older is shown before something newer that was not fetched yet.
 * @throws what the first trail says where none can be reached
 */
export async function mergeTrails<Name extends string, Entry extends Dated>(
  trails: Trails<Name, Entry>,
  fetchPage: (name: Name, cursor: string | null) => Promise<Fetched<Entry>>,
  size: number,
): Promise<Merged<Name, Entry>> {
  const names = Object.keys(trails) as Name[];
  const current = new Map(names.map((name) => [name, trails[name] ?? { held: [], next: null }]));
  const away: Name[] = [];
  const reasons: unknown[] = [];
  const fill = async (name: Name) => {
    const trail = current.get(name);
    if (!trail || trail.held.length > 0 || trail.next === null) return;
    try {
      const { items, next } = await fetchPage(name, trail.next === '' ? null : trail.next);
      current.set(name, { held: items, next: items.length === 0 ? null : next });
    } catch (reason) {
      current.delete(name);
      away.push(name);
      reasons.push(reason);
    }
  };
  await Promise.all(names.map(fill));
  if (names.length > 0 && away.length === names.length) throw reasons[0];
  const entries: Entry[] = [];
  while (entries.length < size) {
    const newest = newestOf(current);
    if (newest === null) break;
    const [name, { held, next }] = newest;
    entries.push(...held.slice(0, 1));
    current.set(name, { held: held.slice(1), next });
    await fill(name);
  }
  const more = [...current.values()].some(({ held, next }) => held.length > 0 || next !== null);
  const rest = Object.fromEntries(current) as Trails<Name, Entry>;
  return { entries, away, rest: more ? rest : null };
}

function newestOf<Name, Entry extends Dated>(
  trails: ReadonlyMap<Name, Trail<Entry>>,
): readonly [Name, Trail<Entry>] | null {
  const held = [...trails].filter(([, trail]) => trail.held.length > 0);
  const at = ([, trail]: readonly [Name, Trail<Entry>]) => trail.held[0]?.at ?? '';
  return held.toSorted((one, other) => at(other).localeCompare(at(one)))[0] ?? null;
}
