import { Problem, sendProblem } from '@attune/platform';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayConfig } from '../../gateway.config.ts';
import { Page } from './page.ts';
import { workerPolicy } from './security-headers.ts';

/** Serves the staff app at `/` and the client's form at `/check-in/`, each with its page for paths of its own. */
export function servePages(fastify: FastifyInstance, config: GatewayConfig): void {
  fastify.get('/check-in', (_request, reply) => reply.redirect('/check-in/', 301));
  serveApp(fastify, '/check-in/', resolve(config.checkInRoot));
  serveApp(fastify, '/', resolve(config.webRoot));
}

function serveApp(fastify: FastifyInstance, prefix: string, root: string): void {
  const page = new Page(join(root, 'index.html'));
  fastify.register(async (scope) => {
    // A gateway may start before the first build; what is built later is served without a restart.
    mkdirSync(root, { recursive: true });
    await scope.register(serveStatic, {
      root,
      serve: false,
      cacheControl: false,
      dotfiles: 'ignore',
      // What the build has packed beside a file goes out as it is.
      preCompressed: true,
      setHeaders: (response, path) => {
        // Vite's names in `assets/` change with their content; anything else is asked for again each time.
        const forever = path.startsWith(join(root, 'assets/'));
        response.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
        // A worker lives by the policy that its own file came with.
        if (path === join(root, 'sw.js')) response.header('content-security-policy', workerPolicy);
      },
    });
    scope.get(`${prefix}*`, async (request, reply) => answer(request, reply, page, prefix));
  });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  prefix: string,
): Promise<unknown> {
  const path = (request.url.split('?')[0] ?? '/').slice(prefix.length);
  if (/^(api|auth|identity|health|metrics|internal)(\/|$)/.test(path) && prefix === '/') {
    return sendProblem(reply, new Problem(404, 'not-found', 'There is nothing at this address.'));
  }
  // The last part of a path within the app has no extension; a file that is gone must not become a page.
  const isFile = /\.[a-z0-9]+$/i.test(path) && path !== 'index.html';
  return isFile ? reply.sendFile(decodeURIComponent(path)) : page.send(reply);
}
