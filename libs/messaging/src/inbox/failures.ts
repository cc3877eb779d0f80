import { isTransient } from '@attune/platform';

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
    return { kind: 'prerequisite', reason: `${error.kind}-not-known`, awaiting };
  }
  if (error instanceof Unreadable) return { kind: 'poison', reason: error.reason, awaiting: null };
  return { kind: 'poison', reason: codeOf(error), awaiting: null };
}

function codeOf(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  const words = [name, code].filter((word) => typeof word === 'string').join('-') || 'unknown';
  return words
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase()
    .slice(0, 64)
    .replace(/^-|-$/g, '');
}

/** Two writers met; the next attempt will most likely pass. */
export const mayPassAtOnce = (error: unknown): boolean =>
  isTransient(error) || (error instanceof Error && error.name === 'OptimisticLockError');
