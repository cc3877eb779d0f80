import type { FastifyReply } from 'fastify';
import type { Problem } from './problem.ts';
import { problemDocument } from './problem-document.ts';

/** Answers with a problem document from where no exception filter reaches too: hooks and proxied routes. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .headers({ 'cache-control': 'no-store', ...problem.extra.headers })
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument(problem, reply.request.url)));
}
