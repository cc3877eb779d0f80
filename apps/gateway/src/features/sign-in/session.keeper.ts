import { Injectable } from '@nestjs/common';
import { GatewayConfig } from '../../gateway.config.ts';
import { CookieJar } from './cookie-jar.ts';
import { digest, isRefused, ProviderClient } from './provider.client.ts';
import { Seal } from './seal.ts';
import { longestSession, seconds, type Session } from './session.ts';

export interface OpenedSession {
  session: Session;
  /** What to send back, when the session was refreshed on the way. */
  setCookies: string[];
}

// Refreshed a little early, so that no token ends on its way to a service.
const refreshBefore = 60;
// How long after a refresh somebody may still come with the cookie from before it: a parallel request, or a
// browser that never received the answer. The provider would take a second use of its token for theft.
const rememberRefresh = 10 * 60 * 1000;

/** Opens, renews and ends the sign-in sessions that browsers carry in their cookies. */
@Injectable()
export class SessionKeeper {
  readonly jar: CookieJar;
  readonly seal: Seal;
  readonly #provider: ProviderClient;
  readonly #refreshes = new Map<string, Promise<Session>>();
  /** Ended ones whose access token still lives, by session id. */
  readonly #ended = new Set<string>();
  readonly #endListeners = new Set<(sessionId: string) => void>();

  constructor(config: GatewayConfig, provider: ProviderClient) {
    this.jar = new CookieJar(config.publicUrl);
    this.seal = new Seal(config.sessionSecret);
    this.#provider = provider;
  }

  /**
   * The session that a request carries.
   * @returns undefined when there is none, or none any longer
   * @throws when it needs a refresh and the provider cannot be reached
   */
  async open(cookieHeader: string | undefined): Promise<OpenedSession | undefined> {
    const sealed = this.jar.read(cookieHeader, 'session');
    if (sealed === undefined) return undefined;
    const session = await this.seal.open<Session>('session', sealed);
    if (session === undefined || this.#ended.has(session.id)) return undefined;
    const left = session.accessEndsAt - seconds();
    if (left > refreshBefore) return { session, setCookies: [] };
    try {
      const refreshed = await this.#refresh(session);
      if (refreshed !== undefined && !this.#ended.has(session.id)) {
        return { session: refreshed, setCookies: await this.cookies(refreshed) };
      }
    } catch (error) {
      if (left <= 0) throw error;
    }
    return left > 0 && !this.#ended.has(session.id) ? { session, setCookies: [] } : undefined;
  }

  async cookies(session: Session): Promise<string[]> {
    const left = session.startedAt + longestSession - seconds();
    return this.jar.write('session', await this.seal.close('session', session, left), left);
  }

  /** Ends a session here at once, and its refresh token at the provider, if that can be reached. */
  async end(session: Session): Promise<void> {
    this.#ended.add(session.id);
    setTimeout(() => this.#ended.delete(session.id), longestSession * 1000).unref();
    for (const listener of this.#endListeners) listener(session.id);
    if (session.refreshToken !== null) {
      await this.#provider.revoke(session.refreshToken).catch(() => undefined);
    }
  }

  onEnd(listener: (sessionId: string) => void): void {
    this.#endListeners.add(listener);
  }

  /** Requests that come together with the same cookie share one refresh. */
  async #refresh(session: Session): Promise<Session | undefined> {
    const { refreshToken } = session;
    if (refreshToken === null || session.startedAt + longestSession - seconds() <= refreshBefore)
      return undefined;
    const key = digest(refreshToken);
    const running = this.#refreshes.get(key) ?? this.#provider.refresh(session, refreshToken);
    this.#refreshes.set(key, running);
    setTimeout(() => this.#refreshes.delete(key), rememberRefresh).unref();
    try {
      const refreshed = await running;
      // Remembered for so long that it is over in its turn: the next one follows from it.
      return refreshed.accessEndsAt > seconds() ? refreshed : await this.#refresh(refreshed);
    } catch (error) {
      if (isRefused(error)) return undefined;
      this.#refreshes.delete(key);
      throw error;
    }
  }
}
