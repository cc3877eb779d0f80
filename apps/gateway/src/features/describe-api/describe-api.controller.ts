import { Open } from '@attune/platform';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ApiDescription } from './api-description.ts';

/** `GET /api/openapi.json`: the whole platform's interface as one document. */
@Controller('api/openapi.json')
export class DescribeApiController {
  readonly #description: ApiDescription;

  constructor(description: ApiDescription) {
    this.#description = description;
  }

  @Get()
  @Open()
  async read(@Res() reply: FastifyReply) {
    const { document, missing } = await this.#description.read();
    if (missing.length > 0) void reply.header('attune-missing', missing.join(', '));
    return reply.header('cache-control', 'no-cache').send(document);
  }
}
