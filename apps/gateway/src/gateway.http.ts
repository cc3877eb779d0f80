import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { showDocs } from './features/describe-api/show-docs.ts';
import { requirePlainRequests } from './features/route-api/plain-requests.ts';
import { limitRates } from './features/route-api/rate-limits.ts';
import { routeUpstreams } from './features/route-api/upstreams.ts';
import { setSecurityHeaders } from './features/serve-pages/security-headers.ts';
import { servePages } from './features/serve-pages/serve-pages.ts';
import { useSession } from './features/sign-in/session.hook.ts';
import type { SessionKeeper } from './features/sign-in/session.keeper.ts';
import type { GatewayConfig } from './gateway.config.ts';

/** What is Fastify's rather than Nest's: hooks around every request, and routes that only pass on or serve files. */
export async function configureHttp(
  fastify: FastifyInstance,
  config: GatewayConfig,
  keeper: SessionKeeper,
): Promise<void> {
  setSecurityHeaders(fastify, config.publicUrl);
  requirePlainRequests(fastify);
  await limitRates(fastify);
  useSession(fastify, keeper, config);
  await fastify.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
  routeUpstreams(fastify, config, keeper.jar);
  showDocs(fastify);
  servePages(fastify, config);
}
