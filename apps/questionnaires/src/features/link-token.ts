import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** 256 random bits. Only the holder of the link has it: it is stored as its hash and in no log. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** No salt and no slow hash: nobody guesses 256 bits. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * A mark by which a submission is known again. It is keyed with the token, which is not stored: a bare hash of a few
 * answers could be tried out until it gives them away.
 */
export const seal = (token: string, what: unknown): Buffer =>
  createHmac('sha256', token).update(JSON.stringify(what)).digest();

/** The token in the `Attune-Link` header; nothing for what cannot be one, and nothing opens nothing. */
export const LinkToken = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const token = context.switchToHttp().getRequest<FastifyRequest>().headers['attune-link'];
  return typeof token === 'string' && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : '';
});
