import type { OpenApi } from './merge-openapi.ts';

interface Operation {
  operationId?: string;
  parameters?: { name?: string; in?: string }[];
  description?: string;
  'x-roles'?: readonly string[];
  responses?: Record<string, { content?: unknown; description?: string }>;
}

const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable, for programs' },
    detail: { type: 'string', description: 'What to do' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'RFC 6901, into the request' },
          detail: { type: 'string' },
        },
      },
    },
  },
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
  description:
    'The same key with the same body gets the first answer again; with another body it is refused (422)',
};

const refused = {
  description: 'What was wrong, and what to do (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/**
 * What holds for every route and no service says: who may call it, its errors, the key that makes creating safe to repeat, and a name of
 * its own for each operation. Changes the document that it is given.
 */
export function completeOpenApi(document: OpenApi): OpenApi {
  const components = (document.components ??= {});
  (components['schemas'] ??= {})['Problem'] ??= problem;
  const names = new Set<string>();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(item as Record<string, Operation>)) {
      if (!methods.has(method)) continue;
      operation.operationId = nameOf(operation.operationId, method, path, names);
      const callers = operation['x-roles'];
      if (callers?.length)
        operation.description = [operation.description, `For: ${callers.join(', ')}.`]
          .filter(Boolean)
          .join(' ');
      operation.responses = { default: refused, ...operation.responses };
      for (const [status, response] of Object.entries(operation.responses)) {
        if (status >= '400') response.content ??= refused.content;
      }
      if (method !== 'post' || !('201' in operation.responses) || !path.startsWith('/api/')) continue;
      const known = operation.parameters ?? [];
      if (!known.some(({ name }) => name === idempotencyKey.name))
        operation.parameters = [...known, idempotencyKey];
    }
  }
  return document;
}

function nameOf(given: string | undefined, method: string, path: string, names: Set<string>): string {
  const [, , service = 'gateway'] = path.split('/');
  const plain = given?.replace(/Controller_/, '_') ?? `${method}${path.replace(/[^A-Za-z0-9]+/g, '_')}`;
  const name = names.has(plain) ? `${service}_${plain}` : plain;
  names.add(name);
  return name;
}
