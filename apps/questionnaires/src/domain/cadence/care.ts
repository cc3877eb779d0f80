/** A care relationship of a client, as the copy here knows it. */
export interface Care {
  readonly staffId: string;
  readonly kind: 'primary' | 'cover' | 'supervisor';
  readonly from: Date;
  /** The first instant outside; null while no end is known. */
  readonly to: Date | null;
}

/** Without any treatment for so long, care that begins again is a new one and not a handover. */
const pauseMs = 30 * 24 * 60 * 60 * 1000;

/** One that was taken back before it began is empty. */
const real = ({ from, to }: Care) => to === null || to > from;

/** Whether the client is treated, or will be; `unknown` where no care has been heard of yet. */
export function careAt(care: readonly Care[], at: Date): 'unknown' | 'running' | 'ended' {
  const treating = care.filter((each) => each.kind !== 'supervisor' && real(each));
  if (treating.length === 0) return 'unknown';
  return treating.some(({ to }) => to === null || to > at) ? 'running' : 'ended';
}

/** Who is or will next be the primary therapist; after the end of care who was it last. */
export function primaryAt(care: readonly Care[], at: Date): string | null {
  const primaries = care
    .filter((each) => each.kind === 'primary' && real(each))
    .toSorted((one, other) => one.from.getTime() - other.from.getTime());
  const next = primaries.find(({ to }) => to === null || to > at);
  return (next ?? primaries.at(-1))?.staffId ?? null;
}

/** When the client's present (or latest) treatment began and ends, handovers in between left aside. */
export function treatment(care: readonly Care[]): { readonly from: Date; readonly to: Date | null } | null {
  const primaries = care
    .filter((each) => each.kind === 'primary' && real(each))
    .toSorted((one, other) => one.from.getTime() - other.from.getTime());
  let found: { from: Date; to: Date | null } | null = null;
  for (const { from, to } of primaries) {
    const goesOn = found && (found.to === null || from.getTime() - found.to.getTime() < pauseMs);
    if (!found || !goesOn) found = { from, to };
    else found = { from: found.from, to: laterEnd(found.to, to) };
  }
  return found;
}

const laterEnd = (one: Date | null, other: Date | null) =>
  one === null || other === null ? null : one > other ? one : other;
