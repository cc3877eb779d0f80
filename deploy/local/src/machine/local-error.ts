/** Something the person at the keyboard can put right. The message is one line that says what to do. */
export class LocalError extends Error {
  override readonly name = 'LocalError';
}
