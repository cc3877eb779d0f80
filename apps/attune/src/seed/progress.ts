import { say } from '../console/say.ts';

const everyMs = 2_000;

/** Says how far a long step has come, now and then. */
export class Progress {
  readonly #what: string;
  readonly #total: number;
  #done = 0;
  #saidAt = Date.now();

  constructor(what: string, total: number) {
    this.#what = what;
    this.#total = total;
  }

  readonly add = (count: number): void => {
    this.#done += count;
    if (Date.now() - this.#saidAt < everyMs && this.#done < this.#total) return;
    this.#saidAt = Date.now();
    say(`  · ${this.#what}: ${this.#done} of ${this.#total}`);
  };
}
