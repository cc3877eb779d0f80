import { Problem, sendProblem } from '@attune/platform';
import type { FastifyInstance } from 'fastify';
import { isPlainPath } from '../../domain/plain-path.ts';

/** Turns away what would be looked at as one thing and answered as another, before anybody looks. */
export function requirePlainRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (!isPlainPath(request.url.split('?')[0] ?? '')) {
      const detail = 'Write the path plainly: one slash at its beginning, no letters as percent signs.';
      return sendProblem(reply, new Problem(400, 'path-not-plain', detail));
    }
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') {
      const detail = 'Send the body as it is, without a content encoding.';
      return sendProblem(reply, new Problem(415, 'unsupported-media-type', detail));
    }
    return undefined;
  });
}
