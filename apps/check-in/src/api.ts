import type { Submission } from './answers.ts';
import type { Crisis, DraftAnswer, Form, Result } from './form.ts';

/**
 * Why the form cannot be shown or sent. `away`: nobody was reached; `busy`: try again in a moment; `refused`: trying
 * again would not help. Nothing is lost by any of them.
 */
export type Trouble =
  'link-unknown' | 'link-expired' | 'link-used' | 'link-revoked' | 'away' | 'busy' | 'refused';

const final = new Set<string>(['link-unknown', 'link-expired', 'link-used', 'link-revoked']);

export class Refused extends Error {
  constructor(
    readonly trouble: Trouble,
    /** What to say to somebody in danger, which a link that opens nothing brings as well. */
    readonly crisis: readonly Crisis[] = [],
  ) {
    super(trouble);
  }
}

export const troubleIn = (error: unknown): Trouble => (error instanceof Refused ? error.trouble : 'away');
export const crisisOf = (error: unknown) => (error instanceof Refused ? error.crisis : []);
/** Trying again may help. */
export const passes = (trouble: Trouble): boolean => trouble === 'away' || trouble === 'busy';

const door = '/api/questionnaires/check-in';
const json = { 'content-type': 'application/json' };

/** @param token opens nothing where it is empty, and brings what to say in danger @throws Refused */
export const openForm = (token: string) => call<Form>(token, door);

/** @throws Refused */
export const saveAnswers = (token: string, answers: readonly DraftAnswer[]) => {
  const body = JSON.stringify({ answers });
  return call<Pick<Form, 'draft'>>(token, `${door}/answers`, {
    ...{ method: 'PUT', headers: json, body },
    // The page may be closing. A browser sends no more than 64 kB behind it, and up to three bytes a letter.
    keepalive: body.length < 20_000,
  });
};

/** What is sent, and when the client sent it off. */
interface Sent {
  readonly answers: Submission;
  readonly answeredAt: string | undefined;
}

/** @param key stays the same for every attempt, so that the answers count once. @throws Refused */
export const submit = (token: string, key: string, sent: Sent) =>
  call<{ result: readonly Result[] | null }>(token, `${door}/responses`, {
    ...{ method: 'POST', headers: { ...json, 'idempotency-key': key }, body: JSON.stringify(sent) },
  });

/** @throws Refused */
export const tellTimings = (token: string, items: readonly { linkId: string; seconds: number }[]) =>
  call<void>(token, `${door}/timings`, {
    ...{ method: 'POST', headers: json, body: JSON.stringify({ items }), keepalive: true },
  });

async function call<Answer>(token: string, url: string, init: RequestInit = {}): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers: { ...init.headers, 'attune-link': token } });
  } catch {
    throw new Refused('away');
  }
  if (response.status === 204) return undefined as Answer;
  // An answer that was cut off in the middle was not heard.
  const body = (await response.json().catch(() => undefined)) as unknown;
  if (response.ok && body !== undefined) return body as Answer;
  if (response.ok) throw new Refused('away');
  const { code = '', crisis } = (body ?? {}) as { code?: string; crisis?: readonly Crisis[] };
  throw new Refused(troubleOf(response.status, code), crisis);
}

function troubleOf(status: number, code: string): Trouble {
  if (final.has(code)) return code as Trouble;
  return status >= 500 || status === 408 || status === 429 ? 'busy' : 'refused';
}
