import { isConnectionFault, isTransient } from '@attune/platform';

/**
 * Thrown by a handler that needs something it does not know yet. The key waits, its later events behind it, until
 * `resume` says that the thing has arrived.
 */
export class PrerequisiteMissing extends Error {
  constructor(
    readonly kind: string,
    readonly id: string,
  ) {
    super(`${kind} is not known yet`);
    this.name = 'PrerequisiteMissing';
  }
}

/** The event cannot be taken in as it is; `reason` is a code without any of its content. */
export class Unreadable extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'Unreadable';
  }
}

export interface Failure {
  readonly kind: 'poison' | 'prerequisite' | 'gap' | 'behind';
  /** A code: kebab-case, never a message, which may quote the event. */
  readonly reason: string;
  readonly awaiting: { readonly kind: string; readonly id: string } | null;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof PrerequisiteMissing) {
    const awaiting = { kind: error.kind, id: error.id };
    return { kind: 'prerequisite', reason: toCode(`${error.kind}-not-known`), awaiting };
  }
  if (error instanceof Unreadable) return { kind: 'poison', reason: error.reason, awaiting: null };
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  const words = [name, code].filter((word) => typeof word === 'string').join('-');
  return { kind: 'poison', reason: toCode(words), awaiting: null };
}

const mostPaths = 3;

/** Where an event breaks its contract, as a code: names of fields and never what stands in them. */
export function contractBroken(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  const paths = issues.map(({ path }) => path.filter((part) => typeof part === 'string').join(' '));
  const named = [...new Set(paths)].filter((path) => path !== '').slice(0, mostPaths);
  return toCode(['contract-broken', ...named].join(' '));
}

function toCode(words: string): string {
  const dashed = words.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/[^A-Za-z0-9]+/g, '-');
  return (
    dashed
      .toLowerCase()
      .slice(0, 64)
      .replace(/^-+|-+$/g, '') || 'unknown'
  );
}

/** What an event waits for that comes after one which never came, or after one that is parked. */
export const afterGap: Failure = { kind: 'gap', reason: 'number-skipped', awaiting: null };
export const behindParked: Failure = { kind: 'behind', reason: 'earlier-event-parked', awaiting: null };

const lostConnection = new Set(['QueryRunnerAlreadyReleasedError', 'TransactionNotStartedError']);

/** The database is away or has no room. Nothing is wrong with the event: keep its place and try again for ever. */
export function isInfrastructure(error: unknown): boolean {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  if (typeof name === 'string' && lostConnection.has(name)) return true;
  // Class 53: no disk, memory or connections left. 25006: a primary that has become a standby.
  return (
    isConnectionFault(error) || (typeof code === 'string' && (code.startsWith('53') || code === '25006'))
  );
}

const passing = new Set(['OptimisticLockError', 'OptimisticLockVersionMismatchError']);

/** Two writers met; the next attempt will most likely pass. */
export function mayPassAtOnce(error: unknown): boolean {
  const { name, code, status } = (error ?? {}) as { name?: unknown; code?: unknown; status?: unknown };
  // 55P03: a lock was not to be had. 57014: a statement took too long. 412: the version had moved on.
  return (
    isTransient(error) || code === '55P03' || code === '57014' || status === 412 || passing.has(String(name))
  );
}
