/** What an address says after its question mark, as it was typed by anybody: what makes no sense is left out. */
export const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** A day that there is. */
export function date(value: unknown): string | undefined {
  const given = text(value);
  if (given === undefined || !/^\d{4}-\d\d-\d\d$/.test(given)) return undefined;
  const at = new Date(`${given}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(given) ? given : undefined;
}

/** The id of a person, or of anything else that the platform keeps. */
export function id(value: unknown): string | undefined {
  const given = text(value);
  return given !== undefined && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(given) ? given : undefined;
}
