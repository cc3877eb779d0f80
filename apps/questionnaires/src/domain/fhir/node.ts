import type { Mismatch } from '../mismatch.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Collects why something cannot be taken. Nothing is thrown: whoever sent it hears every reason at once. */
export class Faults {
  readonly found: Mismatch[] = [];

  add(pointer: string, detail: string): void {
    this.found.push({ pointer, detail });
  }
}

/** A place in what somebody sent. What is there may be anything: reading says so where it does not fit. */
export class Node {
  readonly value: Json;

  constructor(
    value: unknown,
    readonly pointer: string,
    readonly faults: Faults,
  ) {
    if (!isObject(value)) faults.add(pointer, 'Expected an object.');
    this.value = isObject(value) ? value : {};
  }

  fault(detail: string, at = ''): void {
    this.faults.add(this.pointer + at, detail);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.value, key);
  }

  string(key: string): string | undefined {
    return this.read(key, 'a string', (value) => typeof value === 'string');
  }

  boolean(key: string): boolean | undefined {
    return this.read(key, 'true or false', (value) => typeof value === 'boolean');
  }

  number(key: string): number | undefined {
    return this.read(key, 'a number', (value) => typeof value === 'number' && Number.isFinite(value));
  }

  /** The object under a key, where there is one. */
  child(key: string): Node | undefined {
    return this.has(key)
      ? new Node(this.value[key], `${this.pointer}/${escaped(key)}`, this.faults)
      : undefined;
  }

  /** The objects of a list, the first `most` of them; none where there is no list. */
  list(key: string, most = Infinity): Node[] {
    if (!this.has(key)) return [];
    const value = this.value[key];
    const pointer = `${this.pointer}/${escaped(key)}`;
    if (Array.isArray(value)) {
      return value.slice(0, most).map((each, index) => new Node(each, `${pointer}/${index}`, this.faults));
    }
    this.faults.add(pointer, 'Expected a list.');
    return [];
  }

  extensions(url: string): Node[] {
    return this.has('extension') ? this.list('extension').filter(({ value }) => value['url'] === url) : [];
  }

  extension(url: string): Node | undefined {
    return this.extensions(url)[0];
  }

  /** The key of a choice of types that is there: `value[x]`, `answer[x]`. Two of them would mean two things. */
  typed(prefix: string): string | undefined {
    const keys = Object.keys(this.value).filter(
      (key) => key.startsWith(prefix) && key.length > prefix.length,
    );
    if (keys.length > 1) this.fault(`Only one ${prefix}[x] may be given, not ${keys.length}.`);
    return keys[0];
  }

  private read<T>(key: string, expected: string, fits: (value: unknown) => boolean): T | undefined {
    if (!this.has(key)) return undefined;
    const value = this.value[key];
    if (fits(value)) return value as T;
    this.faults.add(`${this.pointer}/${escaped(key)}`, `Expected ${expected}.`);
    return undefined;
  }
}
