import type { Gate } from '@attune/clinical';
import type { Submission } from './answers.ts';

export interface Option {
  readonly value: number;
  readonly label: string;
  /** What it counts, where that is not its value. */
  readonly weight?: number | null;
}

export interface Item {
  readonly linkId: string;
  readonly text: string;
  readonly options: readonly Option[];
  /** Instead of options: a line to be marked. */
  readonly range?: Line;
  /** An answer of at least this much asks for help at once. */
  readonly risk?: { readonly atLeast: number };
  /** Where it is neither a choice nor a line. */
  readonly kind?: 'number' | 'text' | 'date' | 'date-time' | 'time' | 'display';
  /** The text of the groups around it. */
  readonly heading?: string;
  readonly required?: boolean;
  readonly several?: boolean;
  /** Words of one's own may stand instead of an option. */
  readonly other?: boolean;
  readonly unit?: string;
  readonly whole?: boolean;
  /** It is asked where all of these hold. */
  readonly enabled?: readonly Gate[];
  readonly initial?: string | number;
}

export interface Line {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly minLabel: string;
  readonly maxLabel: string;
}

export interface Form {
  readonly requestId: string;
  readonly instrument: {
    readonly title: string;
    readonly intro: string;
    readonly notice: string | null;
    readonly validated: boolean;
    readonly items: readonly Item[];
  };
  readonly language: string;
  readonly expiresAt: string;
}

/**
 * Why the form cannot be shown or sent. `away`: nobody was reached; `busy`: try again in a moment; `refused`: trying
 * again would not help. Nothing is lost by any of them.
 */
export type Trouble =
  'link-unknown' | 'link-expired' | 'link-used' | 'link-revoked' | 'away' | 'busy' | 'refused';

const final = new Set<string>(['link-unknown', 'link-expired', 'link-used', 'link-revoked']);

export class Refused extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

/** @throws Refused */
export const openForm = (token: string) => call<Form>(token, '/api/questionnaires/check-in');

/** @param key stays the same for every attempt, so that the answers count once. @throws Refused */
export const submit = (token: string, key: string, answers: Submission) =>
  call<{ responseId: string }>(token, '/api/questionnaires/check-in/responses', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ answers }),
  });

async function call<Answer>(token: string, url: string, init: RequestInit = {}): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers: { ...init.headers, 'attune-link': token } });
  } catch {
    throw new Refused('away');
  }
  if (response.ok) return (await response.json()) as Answer;
  const problem = (await response.json().catch(() => ({}))) as { code?: string };
  throw new Refused(troubleOf(response.status, problem.code ?? ''));
}

function troubleOf(status: number, code: string): Trouble {
  if (final.has(code)) return code as Trouble;
  return status >= 500 || status === 408 || status === 429 ? 'busy' : 'refused';
}
