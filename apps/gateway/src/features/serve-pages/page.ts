import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { FastifyReply } from 'fastify';
import { pagePolicy } from './security-headers.ts';

/** What a build writes wherever the nonce belongs (`html.cspNonce` in Vite). */
const placeholder = /__CSP_NONCE__/g;

/** One built `index.html`, sent with a nonce of its own each time; read again when a new build replaces it. */
export class Page {
  readonly #file: string;
  #known: { changedAt: number; text: string } | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  async send(reply: FastifyReply): Promise<FastifyReply> {
    const text = await this.#read();
    if (text === undefined) {
      return reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send('This page is not built yet: npm run build\n');
    }
    const nonce = randomBytes(16).toString('base64');
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', pagePolicy(nonce))
      .send(text.replace(placeholder, nonce));
  }

  async #read(): Promise<string | undefined> {
    try {
      const changedAt = (await stat(this.#file)).mtimeMs;
      if (this.#known?.changedAt !== changedAt) {
        this.#known = { changedAt, text: await readFile(this.#file, 'utf8') };
      }
      return this.#known.text;
    } catch {
      return undefined;
    }
  }
}
