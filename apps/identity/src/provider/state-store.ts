import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  expiresAt: number | null;
}

/**
 * Sessions, grants and refresh tokens, in memory and mirrored to one file, so that people stay signed in
 * across a restart. A crash loses at most the last quarter second; without a file a restart signs everybody out
 * as soon as their access token ends. Enough for two dozen demo people on one machine, and for nothing else.
 */
export class StateStore {
  readonly #entries: Map<string, Entry>;
  readonly #file: string | undefined;
  readonly #onFailure: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;

  /** @param onFailure told when the file cannot be written; what is in memory stays good */
  constructor(file: string | undefined, onFailure: (error: unknown) => void) {
    this.#file = file;
    this.#onFailure = onFailure;
    this.#entries = new Map(file === undefined ? [] : load(file));
  }

  get(key: string): AdapterPayload | undefined {
    const entry = this.#entries.get(key);
    return entry === undefined || isOver(entry) ? undefined : entry.payload;
  }

  find(matches: (key: string, payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, entry] of this.#entries) {
      if (!isOver(entry) && matches(key, entry.payload)) return entry.payload;
    }
    return undefined;
  }

  set(key: string, payload: AdapterPayload, secondsToLive: number | undefined): void {
    const expiresAt = secondsToLive === undefined ? null : Date.now() + secondsToLive * 1000;
    this.#entries.set(key, { payload, expiresAt });
    this.#changed();
  }

  update(key: string, change: (payload: AdapterPayload) => void): void {
    const payload = this.get(key);
    if (payload === undefined) return;
    change(payload);
    this.#changed();
  }

  delete(matches: (key: string, payload: AdapterPayload) => boolean): void {
    for (const [key, entry] of this.#entries) if (matches(key, entry.payload)) this.#entries.delete(key);
    this.#changed();
  }

  /** Writes what is pending; called once more when the process ends. */
  flush(): void {
    clearTimeout(this.#timer);
    if (this.#file === undefined || this.#timer === undefined) return;
    this.#timer = undefined;
    for (const [key, entry] of this.#entries) if (isOver(entry)) this.#entries.delete(key);
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(`${this.#file}.new`, JSON.stringify([...this.#entries]), { mode: 0o600 });
      renameSync(`${this.#file}.new`, this.#file);
    } catch (error) {
      this.#onFailure(error);
    }
  }

  #changed(): void {
    this.#timer ??= setTimeout(() => {
      this.flush();
    }, 250).unref();
  }
}

function isOver(entry: Entry): boolean {
  return entry.expiresAt !== null && entry.expiresAt <= Date.now();
}

function load(file: string): [string, Entry][] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as [string, Entry][];
  } catch {
    // No file yet, or one that a crash spoiled: everybody signs in again, which is all that is lost.
    return [];
  }
}
