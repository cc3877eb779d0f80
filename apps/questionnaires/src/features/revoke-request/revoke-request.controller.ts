import { append } from '@attune/messaging';
import {
  audit,
  Clock,
  conflict,
  CurrentPerson,
  Database,
  notFound,
  Roles,
  type Person,
} from '@attune/platform';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { allows, statusOf } from '../../domain/request.ts';
import { lockRequest, revokeRequest } from '../../store/request.store.ts';
import { revokedEvent } from '../request-events.ts';
import { requireActing } from '../require-acting.ts';
import { requestSchema, viewRequest, type RequestView } from '../request-view.ts';

@Controller('api/questionnaires/requests')
export class RevokeRequestController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'Takes a request back: its links no longer open' })
  @Post(':requestId/revoke')
  @HttpCode(200)
  @Roles('therapist', 'operations')
  @ApiOkResponse({ standardSchema: requestSchema })
  revoke(
    @CurrentPerson() person: Person,
    @Param('requestId', { schema: z.uuid() }) requestId: string,
  ): Promise<RequestView> {
    const at = this.clock.now();
    return this.database.asPerson(person, async (tx) => {
      const request = await lockRequest(tx, requestId);
      if (!request) throw notFound('request');
      await requireActing(tx, person, request.clientId);
      const status = statusOf(request, at);
      if (!allows(status, 'revoke')) {
        throw conflict('request-not-open', `A request that is ${status} cannot be revoked.`);
      }
      await revokeRequest(tx, requestId, at);
      append(tx, revokedEvent(request, at));
      const clientIds = [request.clientId];
      audit(tx, { person, action: 'revoke-request', clientIds, subject: requestId, at });
      return viewRequest({ ...request, revokedAt: at.toISOString() }, at);
    });
  }
}
