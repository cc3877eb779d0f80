import { LocalError } from '@attune/local';
import type { Settings } from '../settings.ts';
import { accessToken, notRunning } from './access-token.ts';

export interface Api {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<T>;
}

/** The public API as one demo person sees it; `base` asks a single service at its own port instead. */
export async function apiAs(settings: Settings, username: string, base = settings.publicUrl): Promise<Api> {
  const token = await accessToken(settings, username);
  return apiWith(settings, { authorization: `Bearer ${token}` }, base);
}

export function apiWith(settings: Settings, headers: Record<string, string>, base = settings.publicUrl): Api {
  const call = async <T>(method: string, path: string, body?: unknown, more = {}): Promise<T> => {
    const response = await fetch(base + path, {
      method,
      headers: { ...headers, ...more, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch(() => {
      throw notRunning(settings);
    });
    const text = await response.text();
    if (!response.ok) throw new ApiError(method, path, response.status, text);
    return (text ? JSON.parse(text) : undefined) as T;
  };
  return {
    get: (path) => call('GET', path),
    post: (path, body = {}, more = {}) => call('POST', path, body, more),
  };
}

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { pointer: string; detail: string }[];
}

/** A refusal, in the words of the service's own problem document. */
export class ApiError extends LocalError {
  readonly status: number;
  readonly code: string | undefined;
  readonly errors: NonNullable<Problem['errors']>;

  constructor(method: string, path: string, status: number, text: string) {
    const problem = parse(text);
    const first = problem.errors?.[0];
    const where = first ? ` (${first.pointer}: ${first.detail})` : '';
    super(`${method} ${path} was refused: ${status} ${problem.detail ?? problem.code ?? ''}${where}`);
    this.status = status;
    this.code = problem.code;
    this.errors = problem.errors ?? [];
  }
}

function parse(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}
