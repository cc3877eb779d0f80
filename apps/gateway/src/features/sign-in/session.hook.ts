import { Problem, sendProblem } from '@attune/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isForgeable } from '../../domain/cross-site.ts';
import type { GatewayConfig } from '../../gateway.config.ts';
import type { Session } from './session.ts';
import type { SessionKeeper } from './session.keeper.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The sign-in session that the request's cookie carries. */
    session: Session | null;
  }
}

/**
 * Turns a browser's cookie into the bearer token that the services ask for, on every call below `/api` and `/auth`.
 * A caller with a token of its own passes as it is; a client's link stands for itself and for nobody's session.
 */
export function useSession(fastify: FastifyInstance, keeper: SessionKeeper, config: GatewayConfig): void {
  fastify.decorateRequest('session', null);
  fastify.addHook('onRequest', async (request, reply) => {
    if (!/^\/(api|auth)\//.test(request.url)) return;
    if (request.headers['attune-link'] !== undefined) {
      delete request.headers.authorization;
      return;
    }
    const byCookie = keeper.jar.read(request.headers.cookie, 'session') !== undefined;
    if (isForgeable(origin(request, byCookie), config.publicUrl)) {
      return sendProblem(
        reply,
        new Problem(403, 'cross-site-request', 'This must be asked for by the platform’s own page.'),
      );
    }
    if (byCookie) await adopt(request, reply, keeper);
  });
}

async function adopt(request: FastifyRequest, reply: FastifyReply, keeper: SessionKeeper): Promise<unknown> {
  try {
    const opened = await keeper.open(request.headers.cookie);
    if (opened === undefined) return undefined;
    request.session = opened.session;
    request.headers.authorization = `Bearer ${opened.session.accessToken}`;
    if (opened.setCookies.length > 0) void reply.header('set-cookie', opened.setCookies);
    return undefined;
  } catch {
    void reply.header('retry-after', '5');
    return sendProblem(
      reply,
      new Problem(503, 'sign-in-unavailable', 'Your sign-in cannot be renewed right now.'),
    );
  }
}

function origin(request: FastifyRequest, byCookie: boolean): Parameters<typeof isForgeable>[0] {
  const fetchSite = request.headers['sec-fetch-site'];
  return {
    method: request.method,
    byCookie,
    secFetchSite: Array.isArray(fetchSite) ? fetchSite.join() : fetchSite,
    origin: request.headers.origin,
  };
}
