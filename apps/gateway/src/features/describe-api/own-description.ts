import type { OpenApi } from '../../domain/merge-openapi.ts';
import { liveRoles } from '../live-notices/live-roles.ts';

const problem = {
  description: 'What went wrong (RFC 9457)',
  content: { 'application/problem+json': { schema: { type: 'object' } } },
};

const person = {
  type: 'object',
  required: ['id', 'roles', 'name', 'language', 'zone'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    roles: { type: 'array', items: { type: 'string' } },
    name: { type: 'string' },
    language: { type: 'string', examples: ['en'] },
    zone: { type: 'string', examples: ['Europe/Berlin'] },
  },
};

const whoIsSignedIn = {
  type: 'object',
  required: ['person'],
  properties: { person: { oneOf: [person, { type: 'null' }] } },
};

/** The merged document's beginning: what the gateway itself answers, and how to authenticate anywhere. */
export function ownDescription(publicUrl: string): OpenApi {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Attune',
      version: '1',
      description:
        'Makes the therapeutic alliance visible in time. Errors are problem+json with a stable `code`.',
    },
    servers: [{ url: publicUrl }],
    security: [{ bearer: [] }, { session: [] }],
    tags: [{ name: 'gateway', description: 'Sign-in session, live notices, this document' }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        session: { type: 'apiKey', in: 'cookie', name: cookieName(publicUrl), description: 'Set by sign-in' },
      },
    },
    paths: {
      '/auth/session': {
        get: {
          tags: ['gateway'],
          summary: 'Who is signed in by this browser’s cookie',
          security: [{ session: [] }, {}],
          responses: {
            200: {
              description: 'The person; null while nobody is signed in, or no longer',
              content: { 'application/json': { schema: whoIsSignedIn } },
            },
          },
        },
      },
      '/api/live': {
        get: {
          tags: ['gateway'],
          summary: 'Notices of what changed, as server-sent events',
          'x-roles': [...liveRoles],
          description:
            'Each `notice` carries `{kind: "alert"|"client", id, version}`; fetch the thing itself through the API. `resync` means that notices were missed: load everything anew. The stream ends with the token; reconnect with `Last-Event-ID`.',
          parameters: [{ name: 'Last-Event-ID', in: 'header', schema: { type: 'string' } }],
          responses: {
            200: {
              description: 'The stream',
              content: { 'text/event-stream': { schema: { type: 'string' } } },
            },
            401: problem,
          },
        },
      },
      '/api/openapi.json': {
        get: {
          tags: ['gateway'],
          summary: 'This document',
          security: [],
          responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': {} } } },
        },
      },
      '/api/docs': {
        get: {
          tags: ['gateway'],
          summary: 'This document as a page, to read and to try out',
          security: [],
          responses: { 200: { description: 'The page', content: { 'text/html': {} } } },
        },
      },
    },
  };
}

function cookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-attune-session' : 'attune-session';
}
