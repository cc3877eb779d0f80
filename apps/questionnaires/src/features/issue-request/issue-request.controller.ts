import { CurrentPerson, IdempotencyKey, Roles, type Person } from '@attune/platform';
import { Body, Controller, Header, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { instrumentRef } from '../instrument.schema.ts';
import { IssueRequest } from './issue-request.handler.ts';

const wish = z.object({
  clientId: z.uuid(),
  instrument: instrumentRef.partial({ version: true }),
  sessionId: z.uuid().optional(),
  expiresAt: z.iso.datetime().optional().describe('In seven days where it is left out'),
  delivery: z
    .enum(['message', 'by-hand'])
    .optional()
    .describe('`message`: Attune writes to the client. `by-hand`, or nothing: you hand the link over'),
});
const issued = z.object({
  requestId: z.uuid(),
  link: z
    .url()
    .nullable()
    .describe('For the client alone. It is shown once; null where the message brings one of its own'),
  expiresAt: z.iso.datetime(),
});

@Controller('api/questionnaires/requests')
export class IssueRequestController {
  constructor(private readonly issueRequest: IssueRequest) {}

  @ApiOperation({ summary: 'Asks a client to answer an instrument' })
  @Post()
  @Roles('therapist', 'operations')
  @Header('cache-control', 'no-store')
  @ApiCreatedResponse({ standardSchema: issued })
  issue(
    @CurrentPerson() person: Person,
    @IdempotencyKey() key: string | null,
    @Body({ schema: wish }) body: z.infer<typeof wish>,
  ): Promise<z.infer<typeof issued>> {
    return this.issueRequest.issue(person, key, body);
  }
}
