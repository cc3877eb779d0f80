import { Injectable } from '@nestjs/common';
import { completeOpenApi } from '../../domain/complete-openapi.ts';
import { mergeOpenApi, type OpenApi } from '../../domain/merge-openapi.ts';
import { GatewayConfig } from '../../gateway.config.ts';
import { ownDescription } from './own-description.ts';

// Descriptions change with a service's version only, so a minute is fresh enough and spares every reader the round.
const keepFor = 60_000;

/** The services' OpenAPI documents as one. A service that is away is asked again at the next reading. */
@Injectable()
export class ApiDescription {
  readonly #config: GatewayConfig;
  readonly #parts = new Map<string, { document: OpenApi; readAt: number }>();

  constructor(config: GatewayConfig) {
    this.#config = config;
  }

  async read(): Promise<{ document: OpenApi; missing: string[] }> {
    await Promise.all([...this.#config.services].map(([name, url]) => this.#update(name, url)));
    // In the order of the configuration, not of arrival, so that the document is the same each time.
    const names = [...this.#config.services.keys()];
    const known = names.flatMap((name) => {
      const part = this.#parts.get(name);
      return part === undefined ? [] : [[name, part.document] as const];
    });
    return {
      document: completeOpenApi(mergeOpenApi(ownDescription(this.#config.publicUrl), new Map(known))),
      missing: names.filter((name) => !this.#parts.has(name)),
    };
  }

  async #update(name: string, url: string): Promise<void> {
    const known = this.#parts.get(name);
    if (known !== undefined && Date.now() - known.readAt < keepFor) return;
    try {
      const response = await fetch(`${url}/openapi.json`, { signal: AbortSignal.timeout(5_000) });
      if (!response.ok) return;
      this.#parts.set(name, { document: (await response.json()) as OpenApi, readAt: Date.now() });
    } catch {
      // Away: what was known stays good, and what was not is named as missing.
    }
  }
}
