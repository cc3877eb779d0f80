import type { AddressedNotice } from './notice.ts';

export interface NumberedNotice extends AddressedNotice {
  number: number;
}

export type Resumption = { missed: readonly NumberedNotice[] } | 'resync';

/**
 * The latest notices, so that a page that was away for a moment hears what it missed. Ids read `<epoch>-<number>`;
 * an epoch is one uninterrupted life of the history, so an id of an earlier process is recognised as unknown.
 */
export class NoticeHistory {
  readonly #capacity: number;
  readonly #kept: NumberedNotice[] = [];
  #epoch: string;
  #last = 0;

  constructor(epoch: string, capacity = 2_000) {
    this.#epoch = epoch;
    this.#capacity = capacity;
  }

  /** The id of the newest notice: whoever has it has missed nothing. */
  get lastId(): string {
    return this.idOf(this.#last);
  }

  idOf(number: number): string {
    return `${this.#epoch}-${String(number)}`;
  }

  add(notice: AddressedNotice): NumberedNotice {
    this.#last += 1;
    const numbered = { ...notice, number: this.#last };
    this.#kept.push(numbered);
    if (this.#kept.length > this.#capacity) this.#kept.shift();
    return numbered;
  }

  /** Begins anew, for when notices may have been lost: every id given out before is unknown from now on. */
  restart(epoch: string): void {
    this.#epoch = epoch;
    this.#last = 0;
    this.#kept.length = 0;
  }

  /** What came after the id, or that it is unknown: too old, of another process, or not ours at all. */
  since(id: string): Resumption {
    const match = /^(.+)-(\d{1,15})$/.exec(id);
    if (match?.[1] !== this.#epoch) return 'resync';
    const number = Number(match[2]);
    const oldest = this.#last - this.#kept.length;
    if (number > this.#last || number < oldest) return 'resync';
    return { missed: this.#kept.slice(number - oldest) };
  }
}
