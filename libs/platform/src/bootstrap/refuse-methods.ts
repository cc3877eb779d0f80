import type { FastifyInstance } from 'fastify';
import { Problem } from '../errors/problem.ts';
import { sendProblem } from '../errors/send-problem.ts';
import { internal } from './internal-port.ts';

/**
 * An address that there is, asked in a way that there is not, is answered 405 with the ways that there are. Routes are
 * matched as ever; this is about what would have been 404. Not about routes that take any address behind a prefix, nor
 * about what is for those who run the service: who cannot reach that is not told of it.
 */
export function refuseMethods(fastify: FastifyInstance): void {
  const methodsOf = new Map<string, Set<string>>();
  fastify.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*') || internal.test(url)) return;
    const known = methodsOf.get(url) ?? new Set();
    for (const one of [method].flat()) known.add(one);
    methodsOf.set(url, known);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return undefined;
    const [path = ''] = request.url.split('?');
    const found = [...methodsOf].flatMap(([url, methods]) => (fits(url, path) ? [...methods] : []));
    if (found.length === 0) return undefined;
    const allow = [...new Set(found)].sort().join(', ');
    const detail = `This address does not take ${request.method}. It takes: ${allow}.`;
    return sendProblem(reply, new Problem(405, 'method-not-allowed', detail, { headers: { allow } }));
  });
}

/** Fastify's `:name` stands for one segment. */
function fits(url: string, path: string): boolean {
  const [route, given] = [url.split('/'), path.split('/')];
  return (
    route.length === given.length &&
    route.every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index]))
  );
}
