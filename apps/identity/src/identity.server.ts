import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';
import { registerDemoPersonGrant } from './features/demo-token/demo-token.grant.ts';
import { signInRoute } from './features/sign-in/sign-in.route.ts';
import type { IdentityConfig } from './identity.config.ts';
import type { DemoPeople } from './people/demo-people.ts';
import { providerConfiguration } from './provider/configuration.ts';
import { StateStore } from './provider/state-store.ts';

type Log = (message: string, fields?: Record<string, string>) => void;

/** The provider as a plain HTTP server: oidc-provider is an application of its own, Nest would only wrap it. */
export function createIdentityServer(config: IdentityConfig, people: DemoPeople, log: Log): Server {
  const store = new StateStore(config.stateFile, (error) => {
    log('the session file cannot be written', { error: nameOf(error) });
  });
  const provider = new Provider(config.issuer, providerConfiguration(config, people, store));
  provider.proxy = true;
  registerDemoPersonGrant(provider, people, config.audience);
  provider.on('server_error', (_context, error) => {
    log('the provider failed', { error: error.name });
  });
  const signIn = signInRoute(provider, people, config);
  const answer = provider.callback();

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    appearAsPublic(request, config);
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/health/live' || path === '/health/ready') {
      const status = path.endsWith('live') ? 'live' : 'ready';
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ status, checks: {} }));
      return;
    }
    if (path.startsWith('/sign-in/')) {
      await signIn(request, response);
      return;
    }
    await answer(request, response);
  };

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      log('a request failed', { error: nameOf(error) });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.on('close', () => {
    store.flush();
  });
  return server;
}

/**
 * Whoever calls, through the gateway or straight at this port, sees the provider at its public address: so the
 * endpoints in its documents are always those that a browser can reach. The mount path may be there or not.
 */
function appearAsPublic(request: IncomingMessage & { originalUrl?: string }, config: IdentityConfig): void {
  const { host, protocol } = new URL(config.issuer);
  request.headers['x-forwarded-host'] = host;
  request.headers['x-forwarded-proto'] = protocol.replace(':', '');
  const url = request.url ?? '/';
  const mounted = config.mountPath !== '' && url.startsWith(`${config.mountPath}/`);
  request.url = mounted ? url.slice(config.mountPath.length) : url;
  request.originalUrl = config.mountPath + request.url;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';
}
