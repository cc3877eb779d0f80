import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Upstream {
  readonly url: string;
  /** What arrived, oldest first. */
  readonly seen: SeenRequest[];
  /** Answers by path; anything else is answered with what arrived. */
  readonly answers: Map<string, { status?: number; body: unknown; headers?: Record<string, string> }>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** A service reduced to a mirror, so that a test sees exactly what the gateway passes on. */
export async function startUpstream(): Promise<Upstream> {
  const seen: SeenRequest[] = [];
  const answers: Upstream['answers'] = new Map();
  let server: Server | undefined;
  let port = 0;
  const start = async (): Promise<void> => {
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        seen.push({ method, url, headers, body });
        const answer = answers.get(url.split('?')[0] ?? '') ?? { body: { method, url, headers, body } };
        const text = JSON.stringify(answer.body);
        response.writeHead(answer.status ?? 200, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          ...answer.headers,
        });
        response.end(text);
      });
    });
    const listening = server.unref();
    await new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve));
    port = (listening.address() as AddressInfo).port;
  };
  await start();
  return {
    url: `http://127.0.0.1:${String(port)}`,
    seen,
    answers,
    start,
    stop: () =>
      new Promise((resolve) => {
        server?.close(() => {
          resolve();
        });
        server?.closeAllConnections();
      }),
  };
}
