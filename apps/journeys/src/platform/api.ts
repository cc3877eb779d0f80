export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** One call of the public API. */
export async function call<Body>(
  url: string,
  {
    token,
    link,
    method = 'GET',
    body,
    headers = {},
  }: {
    token?: string;
    link?: string;
    method?: string;
    body?: unknown;
    headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<Answer<Body>> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(link !== undefined && { 'attune-link': link }),
      ...(body !== undefined && {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

/** Asks until it holds. @throws Error when it does not hold in time */
export async function until<T>(
  ask: () => Promise<T | null | undefined | false>,
  withinMs = 20_000,
): Promise<T> {
  for (const end = Date.now() + withinMs; Date.now() < end;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It did not come true within ${withinMs} ms`);
}
