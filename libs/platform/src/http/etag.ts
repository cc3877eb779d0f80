import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../errors/problem.ts';

/** The version of a thing as its entity tag: 3 is `"3"`. */
export const etagOf = (version: number) => `"${version}"`;

/** The version that `If-Match` names, or null where the header is left out or is `*`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | null => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header === '*') return null;
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) {
    throw new Problem(
      400,
      'if-match-malformed',
      'If-Match takes the ETag of the thing as it was read, such as "3".',
    );
  }
  return Number(version);
});

/** @throws Problem 412 when somebody else has changed the thing since the caller read it */
export function requireVersion(expected: number | null, actual: number): void {
  if (expected === null || expected === actual) return;
  const detail = 'Somebody has changed this since you read it: read it again and decide anew.';
  throw new Problem(412, 'changed-meanwhile', detail, { headers: { etag: etagOf(actual) } });
}
