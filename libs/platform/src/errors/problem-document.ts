import { STATUS_CODES } from 'node:http';
import type { Problem } from './problem.ts';

/** The body of a problem answer. `instance` is the path alone: a query may hold what must not be repeated. */
export function problemDocument({ status, code, detail, extra }: Problem, url: string) {
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
    instance: url.split('?')[0],
    ...(extra.errors && { errors: extra.errors }),
    ...extra.members,
  };
}
