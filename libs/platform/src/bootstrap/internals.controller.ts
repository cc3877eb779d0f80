import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Open, Roles } from '../access/access.decorators.ts';
import { prometheus, spans } from '../telemetry/telemetry.ts';

const which = z.object({ trace: z.string().max(64).optional(), response: z.string().max(64).optional() });

/** For those who run the service, on its own port only: the gateway does not route here. */
@ApiExcludeController()
@Controller()
export class InternalsController {
  /** Prometheus text. Numbers and codes only, so it is open to whoever reaches the port. */
  @Get('metrics')
  @Open()
  metrics(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    reply.hijack();
    prometheus.getMetricsRequestHandler(request.raw, reply.raw);
  }

  /** The newest spans of a trace or a response. */
  @Get('internal/spans')
  @Roles('admin')
  spans(@Query({ schema: which }) query: z.infer<typeof which>) {
    return { spans: spans.find(query) };
  }
}
