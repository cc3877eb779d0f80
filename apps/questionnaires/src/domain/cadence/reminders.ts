const hour = 60 * 60 * 1000;

/**
 * When a request that was issued is next to be reminded of. Reminders that were missed while nobody looked are not
 * made up for: one stands for them all.
 * @param after instants up to this one have passed
 * @returns null where none is left before the request is over
 */
export function nextReminder(
  { issuedAt, expiresAt }: { readonly issuedAt: Date; readonly expiresAt: Date },
  hours: readonly number[],
  after: Date,
): Date | null {
  const [next] = hours
    .map((offset) => new Date(issuedAt.getTime() + offset * hour))
    .filter((at) => at > after && at < expiresAt)
    .toSorted((one, other) => one.getTime() - other.getTime());
  return next ?? null;
}
