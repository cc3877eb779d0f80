import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

const mostBytes = 10_000;

/** Mail programs may send their one click as `multipart/form-data` (RFC 8058): it is taken, and says nothing new. */
@Injectable()
export class OneClickBody implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    const options = { parseAs: 'buffer', bodyLimit: mostBytes } as const;
    fastify.addContentTypeParser('multipart/form-data', options, (_request, _body, done) => {
      done(null, undefined);
    });
  }
}
