import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { randomBytes } from 'node:crypto';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { pagePolicy } from '../serve-pages/security-headers.ts';

const library = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const files = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

// Scripts and styles come from this origin alone, as on every page of ours: no inline script, no other host.
const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Attune API</title>
    <link rel="icon" href="/api/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

// A person who is signed in tries things out as themselves, by the cookie; no token need be pasted, and none is kept.
const start = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: -1,
  persistAuthorization: false,
  validatorUrl: null,
});
`;

/** `GET /api/docs`: the merged description as a page. Everything that it loads lies beside it. */
export function showDocs(fastify: FastifyInstance): void {
  fastify.register(async (scope) => {
    await scope.register(serveStatic, { root: library, serve: false, cacheControl: false });
    scope.get('/api/docs', async (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-security-policy', pagePolicy(randomBytes(16).toString('base64')))
        .send(page),
    );
    scope.get('/api/docs/start.js', async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(start),
    );
    for (const file of files) {
      scope.get(`/api/docs/${file}`, async (_request, reply) => {
        void reply.header('cache-control', 'no-cache');
        return reply.sendFile(file);
      });
    }
  });
}
