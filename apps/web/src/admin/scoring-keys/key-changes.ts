import type { Instrument } from '../../api/instruments.ts';
import type { ScoringKey } from '../../api/scoring-keys.ts';
import { type Part, partsOf } from './key-document.ts';

export interface KeyChange {
  /** An item by its id, or a scale by its code. */
  readonly of: string;
  readonly field: string;
  /** Undefined where there is none. */
  readonly from: unknown;
  readonly to: unknown;
}

/** The part of an instrument that may be corrected. What a study found out about a scale is no part of its key. */
export function keyOf({ items, scales }: Pick<Instrument, 'items' | 'scales'>): ScoringKey {
  return {
    items: items.map(({ linkId, reversed = false, risk }) => ({
      ...{ linkId, reversed },
      ...(risk !== undefined && { risk }),
    })),
    scales: scales.map((scale) => {
      const { psychometrics: _, expression: _kept, ...key } = scale as Part & typeof scale;
      return key;
    }),
  };
}

/** What was entered, as the platform takes it: a risk that was taken out is told, because silence would keep it. */
export function toSend(before: ScoringKey, entered: object): object {
  const items = partsOf(entered, 'items');
  if (items === undefined) return entered;
  const risky = new Set(before.items.filter(({ risk }) => risk !== undefined).map(({ linkId }) => linkId));
  const told = items.map((item) =>
    risky.has(item['linkId'] as string) && !('risk' in item) ? { ...item, risk: null } : item,
  );
  return { ...entered, items: told };
}

/** What was agreed to are the changes of the key as it was then; another one is to be looked at first. */
export function agreement(
  seen: { readonly keyRevision: number; readonly agreed: boolean },
  keyRevision: number,
): { readonly agreed: boolean; readonly meanwhile: boolean } {
  const meanwhile = seen.keyRevision !== keyRevision;
  return { agreed: seen.agreed && !meanwhile, meanwhile };
}

/** What would count otherwise, field by field. */
export function keyChanges(before: ScoringKey, entered: object): readonly KeyChange[] {
  return [
    ...between(before.items, partsOf(entered, 'items') ?? before.items, 'linkId', false),
    ...between(before.scales, partsOf(entered, 'scales') ?? [], 'code', true),
  ];
}

/** @param whole whether a part that is not named is taken away; else it stays as it is */
function between(
  before: readonly object[],
  after: readonly object[],
  id: string,
  whole: boolean,
): readonly KeyChange[] {
  const [was, is] = [before, after].map(
    (parts) => new Map(parts.map((part) => [(part as Part)[id], part as Part])),
  );
  const all = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  return [...all].flatMap((of) => {
    const [one = {}, other = whole ? {} : one] = [was?.get(of), is?.get(of)];
    const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...fields]
      .filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
      .map((field) => ({ of: String(of), field, from: one[field], to: other[field] }));
  });
}
