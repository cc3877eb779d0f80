import type { FastifyInstance } from 'fastify';

/**
 * What pages may do: load their own files, talk to their own origin, and run no script that the server did not
 * mark with this answer's nonce. No inline style either, but for those that carry it.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What the worker behind a page may do: fetch from its own origin, and run no script but itself. */
export const workerPolicy = "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

const everywhere = {
  'content-security-policy':
    "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  // A client's link is in the fragment and never sent; this keeps our paths from other sites all the same.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Sets the headers that every answer carries, unless it says something of its own. */
export function setSecurityHeaders(fastify: FastifyInstance, publicUrl: string): void {
  const headers = publicUrl.startsWith('https:')
    ? { ...everywhere, 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : everywhere;
  fastify.addHook('onSend', async (request, reply) => {
    // Names and scores are for whoever asked, not for a cache on the way or a shared device.
    const isOurs = /^\/(api|auth)\//.test(request.url) && !reply.hasHeader('cache-control');
    if (isOurs) void reply.header('cache-control', 'no-store');
    for (const [name, value] of Object.entries(headers)) {
      if (!reply.hasHeader(name)) void reply.header(name, value);
    }
  });
}
