import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { throwError } from 'rxjs';
import { isConnectionFault, isUnstorable } from '../database/faults.ts';
import { logger } from '../telemetry/logger.ts';
import { ErrorToLog } from './error-to-log.ts';
import { Problem } from './problem.ts';
import { sendProblem } from './send-problem.ts';

const codes: Record<number, string> = {
  400: 'bad-request',
  401: 'not-signed-in',
  403: 'not-permitted',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
};

/** Turns whatever a handler throws into a problem document; an event's handler keeps its error as it is. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType() === 'rpc') return throwError(() => error);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = toProblem(error);
    if (problem.status >= 500)
      logger.error({ ...describe(error), route: request.routeOptions.url }, problem.code);
    return sendProblem(reply, problem);
  }
}

export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = statusOf(error);
  if (status !== undefined && status < 500) {
    return new Problem(
      status,
      codes[status] ?? 'bad-request',
      'The request cannot be answered as it stands.',
    );
  }
  if (isUnstorable(error)) {
    const detail =
      'It holds a character, a date or a number that cannot be kept: look through what was sent.';
    return new Problem(400, 'bad-request', detail);
  }
  if (isConnectionFault(error)) {
    const headers = { 'retry-after': '2' };
    return new Problem(503, 'service-unavailable', 'Try again in a moment.', { headers });
  }
  return new Problem(
    500,
    'internal-error',
    'Something went wrong here. It has been recorded; try again later.',
  );
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

/** Where it happened, without most messages: a message may quote what somebody wrote. */
export function describe(error: unknown): Record<string, string | string[]> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, table, constraint } = { ...error } as Record<string, unknown>;
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8);
  return {
    error: error.name,
    ...(error instanceof ErrorToLog && { said: error.message }),
    at: at.map((line) => line.trim()),
    ...(typeof code === 'string' && { code }),
    // Of what PostgreSQL says its message and details are left out: they quote values.
    ...(typeof table === 'string' && { table }),
    ...(typeof constraint === 'string' && { constraint }),
  };
}
