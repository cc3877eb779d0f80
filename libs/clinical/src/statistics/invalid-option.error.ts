/** An option lies outside of the range in which its method is defined; the message names the option and the range. */
export class InvalidOption extends RangeError {
  override readonly name = 'InvalidOption';

  constructor(
    readonly option: string,
    readonly rule: string,
  ) {
    super(`${option}: ${rule}`);
  }
}

/** @throws InvalidOption unless `holds`. */
export function demand(holds: boolean, option: string, rule: string): void {
  if (!holds) throw new InvalidOption(option, rule);
}

/** @throws InvalidOption unless every score is a finite number. */
export function demandScores(scores: readonly number[]): void {
  const at = scores.findIndex((score) => !Number.isFinite(score));
  demand(at < 0, `scores/${at}`, 'give finite numbers');
}
