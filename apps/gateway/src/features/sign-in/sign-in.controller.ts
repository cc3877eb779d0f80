import { Open } from '@attune/platform';
import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { returnPath } from '../../domain/return-path.ts';
import { GatewayConfig } from '../../gateway.config.ts';
import { ProviderClient, type SignInAttempt } from './provider.client.ts';
import { SessionKeeper } from './session.keeper.ts';
import { sendFailedPage } from './sign-in-failed.page.ts';

const attemptLifetime = 15 * 60;

/** The browser's sign-in: everything a page needs so that it never sees a token. */
@Controller('auth')
export class SignInController {
  readonly #provider: ProviderClient;
  readonly #sessions: SessionKeeper;
  readonly #config: GatewayConfig;

  constructor(provider: ProviderClient, sessions: SessionKeeper, config: GatewayConfig) {
    this.#provider = provider;
    this.#sessions = sessions;
    this.#config = config;
  }

  @Get('sign-in')
  @Open()
  async begin(@Query('return') wish: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const path = returnPath(typeof wish === 'string' ? wish : undefined);
    const { publicUrl } = this.#config;
    // Begun under another name of this machine, such as 127.0.0.1, the cookie would not be there at the callback.
    const { hostname } = new URL(publicUrl);
    if (hostname !== request.hostname && isLoopback(hostname) && isLoopback(request.hostname)) {
      return reply.redirect(`${publicUrl}/auth/sign-in?return=${encodeURIComponent(path)}`, 302);
    }
    try {
      const { attempt, url } = await this.#provider.begin(path);
      const sealed = await this.#sessions.seal.close('attempt', attempt, attemptLifetime);
      const cookies = this.#sessions.jar.write(attemptName(attempt.state), sealed, attemptLifetime);
      return await reply.header('set-cookie', cookies.slice(0, 1)).redirect(url, 302);
    } catch {
      return sendFailedPage(reply, 503);
    }
  }

  @Get('callback')
  @Open()
  async finish(@Query('state') state: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { jar, seal } = this.#sessions;
    const name = attemptName(typeof state === 'string' ? state : '');
    const sealed = jar.read(request.headers.cookie, name);
    const attempt = sealed === undefined ? undefined : await seal.open<SignInAttempt>('attempt', sealed);
    if (attempt === undefined) return sendFailedPage(reply, 400);
    try {
      const session = await this.#provider.finish(attempt, request.url);
      const cookies = [...(await this.#sessions.cookies(session)), ...jar.clear(name).slice(0, 1)];
      return await reply.header('set-cookie', cookies).redirect(attempt.returnTo, 303);
    } catch {
      return sendFailedPage(reply, 400);
    }
  }

  /** Nobody is an answer, too: a page may ask before anybody has signed in, and nothing went wrong. */
  @Get('session')
  @Open()
  async session(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return reply.header('cache-control', 'no-store').send({ person: request.session?.person ?? null });
  }

  /** Ends the session here, and says where the browser ends it with the provider; a plain form is sent there. */
  @Post('sign-out')
  @Open()
  async end(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { session } = request;
    if (session !== null) await this.#sessions.end(session);
    const home = `${this.#config.publicUrl}/`;
    const next = await this.#provider.endSessionUrl(session?.idToken ?? null).catch(() => home);
    void reply.header('set-cookie', this.#sessions.jar.clear('session')).header('cache-control', 'no-store');
    if (request.headers.accept?.includes('text/html') === true) return reply.redirect(next, 303);
    return reply.code(200).send({ redirect: next });
  }
}

/** One cookie for each attempt, so that two tabs may sign in side by side. */
function attemptName(state: string): string {
  return `attempt-${state.replace(/[^\w]/g, '').slice(0, 12)}`;
}

function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
