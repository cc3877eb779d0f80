import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { Problem } from '../errors/problem.ts';

/** The version of a thing as its entity tag: 3 is `"3"`. */
export const etagOf = (version: number) => `"${version}"`;

class EtagInterceptor<Name extends string> implements NestInterceptor<Answer<Name>> {
  constructor(private readonly name: Name) {}

  intercept(context: ExecutionContext, next: CallHandler<Answer<Name>>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(tap((answer) => void reply.header('etag', etagOf(answer[this.name]))));
  }
}
type Answer<Name extends string> = Readonly<Record<Name, number>>;

/** A route that answers with one thing: its `version` is the ETag, or what counts its changes under another name. */
export const Versioned = (name = 'version') => UseInterceptors(new EtagInterceptor(name));

/** A route that changes one thing as its caller has read it: it takes `If-Match` and answers with the new ETag. */
export const ChangesVersion = (name = 'version') =>
  applyDecorators(
    Versioned(name),
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The ETag of the thing as it was read, such as "3"; * to change it whatever it has become',
    }),
    ApiResponse({ status: 412, description: 'Somebody has changed it since: read it again' }),
    ApiResponse({ status: 428, description: 'If-Match is missing' }),
  );

/** The version that `If-Match` names, or null where it is `*`. @throws Problem 428 without the header */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | null => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) {
    const detail = 'Read the thing first and send its ETag in If-Match, so that no change of others is lost.';
    throw new Problem(428, 'if-match-missing', detail);
  }
  if (header === '*') return null;
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
  if (expected !== null && expected !== actual) throw changedMeanwhile(actual);
}

/** For who finds out while saving that somebody else was faster: the thing has at least this version now. */
export function changedMeanwhile(actual: number): Problem {
  const detail = 'Somebody has changed this since you read it: read it again and decide anew.';
  return new Problem(412, 'changed-meanwhile', detail, { headers: { etag: etagOf(actual) } });
}

/**
 * Replaces a thing as the caller has read it.
 * @param save keeps it as the given version; false where somebody else has done so first
 * @returns the version that it has now
 * @throws Problem 412 when somebody else has changed the thing since the caller read it
 */
export async function saveNext(
  expected: number | null,
  actual: number,
  save: (version: number) => Promise<boolean>,
): Promise<number> {
  requireVersion(expected, actual);
  const version = actual + 1;
  if (!(await save(version))) throw changedMeanwhile(version);
  return version;
}
