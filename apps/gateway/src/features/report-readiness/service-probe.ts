import { Injectable } from '@nestjs/common';
import { GatewayConfig } from '../../gateway.config.ts';

export type ServiceState = 'ready' | 'degraded' | 'not-ready' | 'unreachable';

/** Asks every service whether it is ready. */
@Injectable()
export class ServiceProbe {
  readonly #urls: ReadonlyMap<string, string>;

  constructor(config: GatewayConfig) {
    const identity: [string, string][] =
      config.identityUrl === undefined ? [] : [['identity', config.identityUrl]];
    this.#urls = new Map([...config.services, ...identity]);
  }

  async ask(): Promise<Record<string, ServiceState>> {
    const answers = [...this.#urls].map(async ([name, url]) => [name, await askOne(url)] as const);
    return Object.fromEntries(await Promise.all(answers));
  }
}

async function askOne(url: string): Promise<ServiceState> {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    const { status } = (await response.json()) as { status?: unknown };
    if (!response.ok) return 'not-ready';
    return status === 'degraded' ? 'degraded' : 'ready';
  } catch {
    return 'unreachable';
  }
}
