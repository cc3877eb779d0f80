/**
 * The answers do not belong to the instrument: an unknown item, an item answered twice, a value out of its range.
 * The message names items only, never what was answered.
 */
export class UnscorableResponse extends Error {
  override readonly name = 'UnscorableResponse';
}
