const connectionCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', '53300']);

/** True when the database could not be reached or hung up; the work was not done and may be tried again. */
export function isConnectionFault(error: unknown): boolean {
  const { code, message, driverError } = (error ?? {}) as {
    code?: unknown;
    message?: unknown;
    driverError?: unknown;
  };
  if (driverError !== undefined && driverError !== error && isConnectionFault(driverError)) return true;
  if (typeof code === 'string' && (connectionCodes.has(code) || /^(08|57P0)/.test(code))) return true;
  // pg gives these no code.
  return (
    typeof message === 'string' &&
    /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|connection.*closed/i.test(
      message,
    )
  );
}

/** True for a deadlock or a serialization failure: the database asks to try the transaction again at once. */
export function isTransient(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === '40001' || code === '40P01';
}

/** True when what somebody sent cannot be held: a NUL or half a character in a text, a date or number out of range. */
export function isUnstorable(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^22(021|P02|P05|007|008|009|003)$/.test(code);
}

/** The constraint that refused a row, if that is what the error says (classes 23xxx). */
export function violatedConstraint(error: unknown): string | undefined {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  return typeof code === 'string' && code.startsWith('23') && typeof constraint === 'string'
    ? constraint
    : undefined;
}
