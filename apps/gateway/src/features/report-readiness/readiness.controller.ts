import { Open } from '@attune/platform';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ServiceProbe } from './service-probe.ts';

/** `GET /health/ready`: whether the whole platform is ready, and if not, which services are not. */
@Controller('health/ready')
export class ReadinessController {
  readonly #probe: ServiceProbe;

  constructor(probe: ServiceProbe) {
    this.#probe = probe;
  }

  @Get()
  @Open()
  async ready(@Res() reply: FastifyReply) {
    const services = await this.#probe.ask();
    const states = Object.entries(services);
    const notReady = states.filter(([, state]) => state === 'not-ready' || state === 'unreachable');
    const degraded = states.some(([, state]) => state === 'degraded');
    const status = notReady.length > 0 ? 'not-ready' : degraded ? 'degraded' : 'ready';
    return reply
      .code(notReady.length > 0 ? 503 : 200)
      .header('cache-control', 'no-store')
      .send({ status, notReady: notReady.map(([name]) => name), services });
  }
}
