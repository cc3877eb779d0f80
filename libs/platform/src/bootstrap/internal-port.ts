import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { notFound } from '../errors/problem.ts';
import { sendProblem } from '../errors/send-problem.ts';

export const internal = /^\/(metrics|internal)(\/|$)/;
const health = /^\/health\//;

/**
 * For a service whose own port faces everybody: what is for those who run it is answered at another port alone, and
 * that port answers nothing else. The route that matched decides, not the address as it was written.
 */
export function keepInternalsApart(fastify: FastifyInstance, internalPort: number | undefined): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const route = request.routeOptions.url ?? '';
    const inside = internalPort !== undefined && request.socket.localPort === internalPort;
    if (internal.test(route) === inside || (inside && health.test(route))) return undefined;
    return sendProblem(reply, notFound('address'));
  });
}

/** Listens at the second port with the same routes. @returns how to stop it */
export async function listenInternally(
  fastify: FastifyInstance,
  port: number,
  host: string,
): Promise<() => void> {
  const server: Server = createServer((request, response) => {
    fastify.routing(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
