import type { LoggerService } from '@nestjs/common';
import { trace } from '@opentelemetry/api';
import { pino } from 'pino';

/** Structured lines on stdout. What is logged is ids, codes and counts: never names, contacts, answers or tokens. */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  mixin: () => {
    const span = trace.getActiveSpan()?.spanContext();
    return span ? { trace: span.traceId } : {};
  },
});

/** Nest's own messages, as lines of the same form; its start-up chatter only when asked for. */
export class NestLogger implements LoggerService {
  log(message: unknown, context?: unknown): void {
    logger.debug({ context }, String(message));
  }
  warn(message: unknown, context?: unknown): void {
    logger.warn({ context }, String(message));
  }
  /** The message of an error may quote what somebody sent, so it is its name that is kept. */
  error(message: unknown, ...rest: unknown[]): void {
    logger.error({ context: rest.at(-1) }, message instanceof Error ? message.name : String(message));
  }
}
