import { setTimeout as sleep } from 'node:timers/promises';

const answerWithinMs = 5_000;
const [againAfterMs, longestPauseMs] = [150, 1_500];

export interface Ask {
  readonly token?: string;
  readonly link?: string;
  readonly body?: unknown;
}

/**
 * The public API as a patient client uses it: what was not answered is asked again with the same Idempotency-Key
 * until it is, for it may have happened. One such call is one wish, however often it was sent.
 */
export class Door {
  /** How often an answer was lost or the platform said that it cannot now. */
  retries = 0;

  constructor(
    readonly origin: string,
    private readonly giveUpAfterMs = 120_000,
  ) {}

  get<Body>(path: string, token: string): Promise<Body> {
    return this.insist<Body>('GET', path, { token });
  }

  post<Body>(path: string, ask: Ask): Promise<Body> {
    return this.insist<Body>('POST', path, ask);
  }

  private async insist<Body>(method: string, path: string, { token, link, body }: Ask): Promise<Body> {
    const init = {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(link !== undefined && { 'attune-link': link }),
        ...(body !== undefined && {
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    let pause = againAfterMs;
    for (const end = Date.now() + this.giveUpAfterMs; Date.now() < end;) {
      const answer = await once(this.origin + path, init);
      if (answer && answer.status < 300) return answer.body as Body;
      if (answer && answer.status < 500) throw new Refused(path, answer.status, answer.body);
      this.retries += 1;
      // Not all at once, and less and less often: whoever comes back must not be run over.
      await sleep(pause * (0.5 + Math.random()));
      pause = Math.min(pause * 2, longestPauseMs);
    }
    throw new Error(`${path} was not answered for ${this.giveUpAfterMs} ms`);
  }
}

/** The platform has heard and said no: asking again would not change that. */
export class Refused extends Error {
  constructor(
    path: string,
    readonly status: number,
    body: unknown,
  ) {
    super(`${path.split('?')[0]} was answered ${status} ${(body as { code?: string }).code ?? ''}`);
  }
}

async function once(url: string, init: RequestInit): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(answerWithinMs) });
    return { status: response.status, body: await response.json() };
  } catch {
    // Cut off, refused, too late, or half an answer.
    return null;
  }
}
