import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Transaction } from '../database/transaction.ts';
import { Problem } from '../errors/problem.ts';

const longest = 200;

/** The `Idempotency-Key` header, or null when the caller sent none. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && key.length > 0 && key.length <= longest) return key;
  throw new Problem(400, 'idempotency-key-malformed', `Idempotency-Key takes 1 to ${longest} characters.`);
});

export interface OnceFor {
  /** Who asks: a person's id, or the request id of a client's link. Keys of different callers never meet. */
  readonly caller: string;
  readonly key: string | null;
  /** What is asked, e.g. the route's name and the body: the same key with something else is refused. */
  readonly request: unknown;
  readonly at: Date;
}

/**
 * Does the work once for a caller's key and gives every retry the first answer, also two at the same time: the second
 * waits at the key's row until the first commits. Without a key the work is simply done.
 * @throws Problem 422 when the key has been used for a different request
 */
export async function onceFor<T>(
  tx: Transaction,
  { caller, key, request, at }: OnceFor,
  work: () => Promise<T>,
): Promise<T> {
  if (key === null) return work();
  const fingerprint = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
  const claimed = await tx.query(
    `INSERT INTO idempotency_key (person_id, key, fingerprint, at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [caller, key, fingerprint, at],
  );
  if (claimed.length > 0) {
    const answer = await work();
    await tx.query('UPDATE idempotency_key SET answer = $3 WHERE person_id = $1 AND key = $2', [
      caller,
      key,
      JSON.stringify(answer),
    ]);
    return answer;
  }
  const [earlier] = await tx.query<{ fingerprint: string; answer: T }>(
    'SELECT fingerprint, answer FROM idempotency_key WHERE person_id = $1 AND key = $2',
    [caller, key],
  );
  if (earlier?.fingerprint === fingerprint) return earlier.answer;
  throw new Problem(
    422,
    'idempotency-key-reused',
    'This Idempotency-Key belongs to another request: use a new one.',
  );
}
