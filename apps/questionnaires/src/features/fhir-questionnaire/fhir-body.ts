import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/** `application/fhir+json` is JSON. */
@Injectable()
export class FhirBody implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<Fastify>();
    const parse = fastify.getDefaultJsonParser('error', 'error');
    fastify.addContentTypeParser('application/fhir+json', { parseAs: 'string' }, parse);
  }
}
