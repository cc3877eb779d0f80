/** A piece of a key: an item or a scale, as somebody may have typed it. */
export type Part = Readonly<Record<string, unknown>>;

/** The parts of a list of the document; undefined where it has no such list. */
export function partsOf(document: object, list: string): readonly Part[] | undefined {
  const parts: unknown = (document as Part)[list];
  return Array.isArray(parts) && parts.every((part) => typeof part === 'object' && part !== null)
    ? (parts as readonly Part[])
    : undefined;
}

const idOf = { items: 'linkId', scales: 'code' } as const;
type List = keyof typeof idOf;

/** The document with something about one part said otherwise; undefined takes it out. */
export function withPart(document: object, list: List, id: string, change: Part): object {
  const [parts, key] = [partsOf(document, list) ?? [], idOf[list]];
  const known = parts.some((part) => part[key] === id);
  const all = known ? parts : [...parts, { [key]: id }];
  return { ...document, [list]: all.map((part) => (part[key] === id ? said({ ...part, ...change }) : part)) };
}

/** One part as the document has it; one that it leaves out as it was before. */
export function partOf(document: object, before: object, list: List, id: string): Part {
  const find = (of: object) => partsOf(of, list)?.find((part) => part[idOf[list]] === id);
  return find(document) ?? find(before) ?? {};
}

/** A piece of a part that has pieces of its own, as `cutOff: { value, source }`. */
export const pieceOf = (part: Part, field: string): Part => {
  const piece = part[field];
  return typeof piece === 'object' && piece !== null ? (piece as Part) : {};
};

/** The piece with something said otherwise; undefined where nothing is left of it. */
export function withPiece(part: Part, field: string, change: Part): Part | undefined {
  const piece = said({ ...pieceOf(part, field), ...change });
  return Object.keys(piece).length === 0 ? undefined : piece;
}

const said = (part: Part): Part =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));

export const numberIn = (part: Part, field: string): number | null => {
  const value = part[field];
  return typeof value === 'number' ? value : null;
};
export const textIn = (part: Part, field: string): string => {
  const value = part[field];
  return typeof value === 'string' ? value : '';
};

/** The items that count: those that a scale is made of, and those about harm. */
export function countingItems(document: object, before: object): ReadonlySet<string> {
  const scales = partsOf(document, 'scales') ?? partsOf(before, 'scales') ?? [];
  const ofScales = scales.flatMap(({ items }) => (Array.isArray(items) ? (items as unknown[]) : []));
  const risky = [before, document]
    .flatMap((of) => partsOf(of, 'items') ?? [])
    .filter(({ risk }) => risk !== undefined && risk !== null)
    .map(({ linkId }) => linkId);
  return new Set([...ofScales, ...risky].filter((id) => typeof id === 'string'));
}
