import { apiAs, ApiError, type Api } from '../../api/api-client.ts';
import type { Settings } from '../../settings.ts';

/** A token is good for ten minutes; a slow machine takes longer. */
const renewAfterMs = 5 * 60_000;

/** The public API as the members of staff see it, each with a token of their own. */
export class Staff {
  private readonly known = new Map<string, { readonly api: Promise<Api>; readonly since: number }>();

  constructor(private readonly settings: Settings) {}

  /** @param person user name or id */
  as(person: string): Promise<Api> {
    const known = this.known.get(person);
    if (known && performance.now() - known.since < renewAfterMs) return known.api;
    const api = apiAs(this.settings, person);
    this.known.set(person, { api, since: performance.now() });
    return api;
  }
}

/** An interrupted seeding does its last step once more: what it has done already is refused, and that is fine. */
export async function unlessDone(doing: Promise<unknown>): Promise<void> {
  try {
    await doing;
  } catch (error) {
    if (!(error instanceof ApiError && [409, 410, 412].includes(error.status))) throw error;
  }
}
