import { Problem, sendProblem } from '@attune/platform';
import { Readable } from 'node:stream';
import proxy from '@fastify/http-proxy';
import { context, propagation } from '@opentelemetry/api';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { GatewayConfig } from '../../gateway.config.ts';
import type { CookieJar } from '../sign-in/cookie-jar.ts';

type Headers = Record<string, string | string[] | undefined>;

const bodyLimit = 1024 * 1024;
const timeouts = { connect: 2_000, answer: 30_000 };

/** Routes `/api/<service>/…` to the services, and `/identity/…` to the demo provider where there is one. */
export function routeUpstreams(fastify: FastifyInstance, config: GatewayConfig, jar: CookieJar): void {
  for (const [service, url] of config.services) {
    // No cookie reaches a service: it has no use for one, and the provider's own would travel along.
    route(fastify, config.publicUrl, `/api/${service}`, url, ({ cookie: _, ...headers }) => headers);
  }
  if (config.identityUrl !== undefined) {
    route(fastify, config.publicUrl, '/identity', config.identityUrl, (headers) => {
      const cookie = typeof headers['cookie'] === 'string' ? jar.withoutOwn(headers['cookie']) : '';
      return { ...headers, cookie: cookie === '' ? undefined : cookie };
    });
  }
}

function route(
  fastify: FastifyInstance,
  publicUrl: string,
  prefix: string,
  url: string,
  strip: (headers: Headers) => Headers,
): void {
  const { host, protocol } = new URL(publicUrl);
  fastify.register(async (scope) => {
    // A body is read whole before it travels on, which holds it to the limit whatever it claims to be.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => {
      done(null, Readable.from([body]));
    });
    scope.setErrorHandler((error: FastifyError, _request, reply) => {
      const tooLarge = error.statusCode === 413;
      const detail = tooLarge ? 'A request may carry at most 1 MB.' : 'This request cannot be read.';
      return sendProblem(
        reply,
        new Problem(tooLarge ? 413 : 400, tooLarge ? 'body-too-large' : 'bad-request', detail),
      );
    });
    await scope.register(proxy, {
      upstream: url,
      prefix,
      rewritePrefix: prefix,
      proxyPayloads: false,
      disableRequestLogging: true,
      undici: {
        connections: 64,
        connect: { timeout: timeouts.connect },
        headersTimeout: timeouts.answer,
        bodyTimeout: timeouts.answer,
      },
      replyOptions: {
        rewriteRequestHeaders: (request, headers) => {
          const passed: Headers = {
            ...strip(headers as Headers),
            'x-forwarded-for': request.ip,
            'x-forwarded-host': host,
            'x-forwarded-proto': protocol.replace(':', ''),
          };
          propagation.inject(context.active(), passed);
          return passed;
        },
        // Services have no use for cookies, so one that they set would be somebody's mistake or mischief.
        rewriteHeaders: ({ 'set-cookie': cookies, ...headers }) =>
          prefix.startsWith('/api/') || cookies === undefined
            ? headers
            : { ...headers, 'set-cookie': cookies },
        onResponse: (request, reply, response) => {
          // Compressing a small answer costs more than it saves.
          if (Number(reply.getHeader('content-length')) < 1024) request.headers['x-no-compression'] = '1';
          void reply.send('stream' in response ? response.stream : response);
        },
        onError: (reply, { error }) => {
          answerFor(reply as FastifyReply, prefix, error);
        },
      },
    });
  });
}

function answerFor(reply: FastifyReply, prefix: string, error: Error): void {
  const name = prefix.split('/').at(-1) ?? prefix;
  if ('statusCode' in error && error.statusCode === 504) {
    sendProblem(reply, new Problem(504, 'service-timeout', `${name} took too long to answer.`));
    return;
  }
  void reply.header('retry-after', '2');
  sendProblem(
    reply,
    new Problem(
      503,
      'service-unavailable',
      `${name} cannot be reached right now. Please try again in a moment.`,
    ),
  );
}
