import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { withOriginTime } from './origin-time.ts';
import { tracer } from './telemetry.ts';

const quiet = /^\/(health|metrics|internal)\b/;
const open = new WeakMap<FastifyRequest, Span>();

/** A span around each request, by its route and without its query; handlers run inside of it. */
export function addServerSpans(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url;
    if (route === undefined || quiet.test(route)) {
      done();
      return;
    }
    const parent = propagation.extract(context.active(), request.headers);
    const attributes = { 'http.request.method': request.method, 'http.route': route };
    const span = tracer().startSpan(
      `${request.method} ${route}`,
      { kind: SpanKind.SERVER, attributes },
      parent,
    );
    open.set(request, span);
    context.with(trace.setSpan(parent, span), () => {
      withOriginTime(new Date(), done);
    });
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const span = open.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}
