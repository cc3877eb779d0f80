/** A message was not taken. The code is all that may be said about it. */
export class SendingFailed extends Error {
  override readonly name = 'SendingFailed';
  constructor(
    readonly code: string,
    /** Trying again would change nothing. */
    readonly permanent: boolean,
  ) {
    super(code);
  }
}
