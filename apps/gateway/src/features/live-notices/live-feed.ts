import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type AddressedNotice, concerns } from '../../domain/notice.ts';
import { NoticeHistory, type NumberedNotice } from '../../domain/notice-history.ts';

export interface Listener {
  person: { id: string; roles: readonly string[] };
  /** The sign-in session behind it, if it came by cookie: it ends together with the session. */
  sessionId: string | null;
  response: Writable;
}

// A reader that does not read is let go, and resumes when it comes back; it must not fill our memory.
const mostUnread = 256 * 1024;
const heartbeatEvery = 15_000;

/** Tells those who listen what changed, and those who come back what they missed. */
@Injectable()
export class LiveFeed {
  readonly #history = new NoticeHistory(newEpoch());
  readonly #listeners = new Set<Listener>();
  readonly #heartbeat: NodeJS.Timeout;

  constructor() {
    this.#heartbeat = setInterval(() => {
      this.#beat();
    }, heartbeatEvery).unref();
  }

  publish(notice: AddressedNotice): void {
    const numbered = this.#history.add(notice);
    const text = this.#text(numbered);
    for (const listener of this.#listeners) {
      if (concerns(numbered.audience, listener.person)) this.#write(listener, text);
    }
  }

  /** For when notices may have been lost on the way here: everybody looks anew. */
  resyncAll(): void {
    this.#history.restart(newEpoch());
    for (const listener of this.#listeners) this.#write(listener, this.#resync());
  }

  /**
   * Begins to tell. Nothing can be missed in between, because replaying and joining happen in one go.
   * @param lastId the last id that the reader saw; undefined for one that just loaded everything
   */
  join(listener: Listener, lastId: string | undefined): void {
    const resumption = lastId === undefined ? { missed: [] } : this.#history.since(lastId);
    const missed =
      resumption === 'resync'
        ? this.#resync()
        : resumption.missed
            .filter(({ audience }) => concerns(audience, listener.person))
            .map((notice) => this.#text(notice))
            .join('');
    // An id without data raises no event in the page, but it is what the page resumes from.
    listener.response.write(
      `retry: 1000\n${missed === '' ? '' : `\n${missed}`}id: ${this.#history.lastId}\n\n`,
    );
    this.#listeners.add(listener);
    listener.response.once('close', () => this.#listeners.delete(listener));
  }

  leave(matches: (listener: Listener) => boolean): void {
    for (const listener of this.#listeners) if (matches(listener)) listener.response.end();
  }

  close(): void {
    clearInterval(this.#heartbeat);
    this.leave(() => true);
  }

  count(personId: string): number {
    return [...this.#listeners].filter((listener) => listener.person.id === personId).length;
  }

  #beat(): void {
    // The id moves on even for a reader whom nothing concerns, or it would look lost in a busy hour.
    for (const listener of this.#listeners)
      this.#write(listener, `: still here\nid: ${this.#history.lastId}\n\n`);
  }

  #write(listener: Listener, text: string): void {
    if (listener.response.writableLength > mostUnread) listener.response.destroy();
    else listener.response.write(text);
  }

  #text({ number, notice }: NumberedNotice): string {
    return `id: ${this.#history.idOf(number)}\nevent: notice\ndata: ${JSON.stringify(notice)}\n\n`;
  }

  #resync(): string {
    return `id: ${this.#history.lastId}\nevent: resync\ndata: {}\n\n`;
  }
}

function newEpoch(): string {
  return `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
}
