/** What does not fit, where (an RFC 6901 pointer into what was sent), without repeating what was sent. */
export interface Mismatch {
  readonly pointer: string;
  readonly detail: string;
}
