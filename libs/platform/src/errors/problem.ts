export interface FieldError {
  /** RFC 6901 pointer into the request, such as `/answers/3/value`. */
  readonly pointer: string;
  readonly detail: string;
}

/**
 * An error that the caller can do something about, answered as `application/problem+json` (RFC 9457). `code` is
 * stable and meant for programs; `detail` says what to do and never repeats what was sent.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly extra: {
      readonly errors?: readonly FieldError[];
      readonly headers?: Readonly<Record<string, string>>;
      /** Extension members of the answer (RFC 9457). */
      readonly members?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(`${status} ${code}`);
    this.name = 'Problem';
  }
}

export const notFound = (what: string) =>
  new Problem(404, 'not-found', `There is no such ${what}, or it is not yours to see.`);
export const notPermitted = (detail: string) => new Problem(403, 'not-permitted', detail);
export const conflict = (code: string, detail: string) => new Problem(409, code, detail);
export const invalid = (errors: readonly FieldError[], code = 'invalid-input') =>
  new Problem(400, code, 'Correct the fields named in errors and send the request again.', { errors });
