import { Problem, sendProblem } from '@attune/platform';
import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

interface Limit {
  matches: (request: FastifyRequest, path: string) => boolean;
  /** Calls within a minute. */
  max: number;
  key: (request: FastifyRequest) => string;
}

const byAddress = (request: FastifyRequest): string => `address ${request.ip}`;
// By the link rather than the address: a clinic's waiting room shares one address, and a link is one questionnaire.
const byLink = (request: FastifyRequest): string =>
  `link ${createHash('sha256')
    .update(String(request.headers['attune-link'] ?? ''))
    .digest('base64url')}`;

const limits: Limit[] = [
  {
    matches: (_request, path) => path === '/auth/sign-in' || path === '/auth/callback',
    max: 120,
    key: byAddress,
  },
  {
    matches: (request, path) => request.method === 'POST' && path.startsWith('/identity/sign-in/'),
    max: 30,
    key: byAddress,
  },
  {
    matches: (request, path) => request.method === 'POST' && path === '/identity/token',
    max: 300,
    key: byAddress,
  },
  { matches: (_request, path) => path.startsWith('/api/questionnaires/check-in'), max: 60, key: byLink },
];

/** Slows down guessing: of passwords by address, of anything behind a client's link by that link. */
export async function limitRates(fastify: FastifyInstance): Promise<void> {
  await fastify.register(rateLimit, { global: false });
  const checks = limits.map((limit) => ({
    ...limit,
    check: fastify.createRateLimit({ max: limit.max, timeWindow: '1 minute', keyGenerator: limit.key }),
  }));
  fastify.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const limit = checks.find(({ matches }) => matches(request, path));
    if (limit === undefined) return undefined;
    const result = await limit.check(request);
    if (result.isAllowed || !result.isExceeded) return undefined;
    void reply.header('retry-after', String(result.ttlInSeconds));
    return sendProblem(
      reply,
      new Problem(429, 'too-many-requests', 'Please wait a moment before trying again.'),
    );
  });
}
