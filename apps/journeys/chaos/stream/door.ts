import { setTimeout as sleep } from 'node:timers/promises';

const answerWithinMs = 5_000;
const againAfterMs = 150;

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
    for (const end = Date.now() + this.giveUpAfterMs; Date.now() < end; await sleep(againAfterMs)) {
      const answer = await once(this.origin + path, init);
      if (answer && answer.status < 300) return answer.body as Body;
      if (answer && answer.status < 500) throw new Refused(path, answer.status, answer.body);
      this.retries += 1;
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
