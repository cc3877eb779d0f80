import { Controller, Get, Inject, Optional, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open } from '../access/access.decorators.ts';
import { Database } from '../database/database.ts';
import { BROKER_STATUS, type BrokerStatus } from './tokens.ts';

const patience = 2_000;

/**
 * `GET /health/ready`: 503 without the database. Without the broker the service still takes work, which waits in the
 * outbox: that is `degraded`, and 200.
 */
@ApiExcludeController()
@Controller('health/ready')
export class ReadinessController {
  constructor(
    @Optional() @Inject(Database) private readonly database: Database | undefined,
    @Optional() @Inject(BROKER_STATUS) private readonly broker: BrokerStatus | undefined,
  ) {}

  @Get()
  @Open()
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const database = !this.database || (await answers(this.database));
    const broker = this.broker?.connected() ?? true;
    if (!database) reply.code(503);
    const status = database ? (broker ? 'ready' : 'degraded') : 'not-ready';
    return { status, checks: { database: up(database), broker: up(broker) } };
  }
}

const up = (is: boolean) => (is ? 'up' : 'down');

async function answers(database: Database): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, patience, false).unref());
  const ping = database.ping().then(
    () => true,
    () => false,
  );
  return Promise.race([ping, late]);
}
