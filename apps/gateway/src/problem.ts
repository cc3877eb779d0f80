import type { FastifyReply } from 'fastify';

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not permitted',
  404: 'Not found',
  413: 'Too large',
  429: 'Too many requests',
  502: 'Bad gateway',
  503: 'Unavailable for the moment',
  504: 'Took too long',
};

/** Answers as the services do (RFC 9457), from where no exception filter reaches: hooks and proxied routes. */
export function sendProblem(reply: FastifyReply, status: number, code: string, detail: string): FastifyReply {
  const instance = reply.request.url.split('?')[0];
  return reply
    .code(status)
    .header('content-type', 'application/problem+json')
    .header('cache-control', 'no-store')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: titles[status] ?? 'Error',
        status,
        code,
        detail,
        instance,
      }),
    );
}
