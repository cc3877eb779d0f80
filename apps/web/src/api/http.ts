import { t } from '@lingui/core/macro';
import { refusalWords } from './refusal-words.ts';

export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/** What the API said was wrong (RFC 9457). `status` 0: the platform could not be reached. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    /** Each bad field by its JSON pointer. */
    readonly errors: readonly FieldProblem[] = [],
  ) {
    super(detail);
  }
}

/** What the platform refuses it refuses again, however often it is asked. */
export const isRefused = (error: Error | null): boolean =>
  error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429;

/** As the platform refuses, for a page that would have nothing to show. */
export const notPermitted = () =>
  new ApiProblem(403, 'not-permitted', t`Your roles do not reach this. Ask an administrator if they should.`);

/** No answer at all: status 0. */
export const away = () =>
  new ApiProblem(0, 'unreachable', t`Attune cannot be reached. Check your connection and try again.`);

/** @throws ApiProblem */
export async function http<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(path, init).catch(() => {
    throw away();
  });
  if (response.ok) return (await response.json()) as Answer;
  const { code, detail, errors } = (await response.json().catch(() => ({}))) as Partial<ApiProblem>;
  const told = detail ?? t`Something went wrong. Try again in a moment.`;
  throw new ApiProblem(response.status, code ?? 'unknown', refusalWords(code ?? '', told), errors);
}

export const post = <Answer>(path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
  http<Answer>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const replacing =
  (method: 'PUT' | 'PATCH') =>
  <Answer>(path: string, body: unknown, version: number) =>
    http<Answer>(path, {
      method,
      headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
      body: JSON.stringify(body),
    });

/** Replaces what was read as this version. */
export const put = replacing('PUT');
/** Changes some of what was read as this version. */
export const patch = replacing('PATCH');

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A query string of what is set. */
export function query(parameters: Readonly<Record<string, string | number | null | undefined>>): string {
  const set = Object.entries(parameters).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(set).toString();
}
