import type { IncomingMessage } from 'node:http';

const limit = 8 * 1024;

/** A posted form of at most 8 KB; a longer one is cut off by closing the connection. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > limit) {
      request.destroy();
      break;
    }
  }
  return new URLSearchParams(body);
}
