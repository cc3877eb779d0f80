import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Problem } from '@attune/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RequestStatus } from '../domain/request.ts';

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

export const linkUnknown = () =>
  new Problem(404, 'link-unknown', 'This link opens nothing here. Ask your therapist for a new one.');

const refusals = {
  answered: ['link-used', 'This questionnaire has been answered already. Thank you.'],
  revoked: ['link-revoked', 'This questionnaire was taken back. Ask your therapist if that surprises you.'],
  expired: ['link-expired', 'The time to answer is over. Ask your therapist for a new link.'],
} as const;

export function linkRefused(status: Exclude<RequestStatus, 'open'>): Problem {
  const [code, detail] = refusals[status];
  return new Problem(410, code, detail);
}

/** The token in the `Attune-Link` header. @throws Problem 404 for what cannot be one */
export const LinkToken = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const token = context.switchToHttp().getRequest<FastifyRequest>().headers['attune-link'];
  if (typeof token === 'string' && /^[A-Za-z0-9_-]{43}$/.test(token)) return token;
  throw linkUnknown();
});
