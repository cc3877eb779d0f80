import { CurrentPerson, type Person, Roles, Problem, sendProblem } from '@attune/platform';
import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { LiveFeed } from './live-feed.ts';
import { liveRoles } from './live-roles.ts';

const mostStreams = 24;
const longestTimer = 2 ** 31 - 1;

/** `GET /api/live`: what changed, as server-sent events, for as long as the caller's token is good. */
@Controller('api/live')
export class LiveController {
  readonly #feed: LiveFeed;

  constructor(feed: LiveFeed) {
    this.#feed = feed;
  }

  @Get()
  @Roles(...liveRoles)
  listen(
    @CurrentPerson() person: Person,
    @Headers('last-event-id') lastId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): unknown {
    if (this.#feed.count(person.id) >= mostStreams) {
      return sendProblem(
        reply,
        new Problem(429, 'too-many-streams', 'Close some of the pages that listen already.'),
      );
    }
    const { raw: response } = reply.hijack();
    response.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    // Its access is looked at again when it comes back, which a browser does by itself.
    const left = endOf(request) * 1000 - Date.now();
    const end = setTimeout(() => response.end(), Math.min(Math.max(left, 0), longestTimer));
    response.once('close', () => {
      clearTimeout(end);
    });
    this.#feed.join({ person, sessionId: request.session?.id ?? null, response }, lastId);
    return undefined;
  }
}

/** When the token ends, in seconds since 1970. The guard has verified it before. */
function endOf(request: FastifyRequest): number {
  if (request.session !== null) return request.session.accessEndsAt;
  return decodeJwt((request.headers.authorization ?? '').replace(/^Bearer /i, '')).exp ?? 0;
}
