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
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { readResponse, voidResponse } from '../../store/response.store.ts';
import { requireActing } from '../require-acting.ts';
import { voidedEvents } from '../response-events.ts';
import { responseSchema, viewResponse, type ResponseView } from '../response-view.ts';

const voiding = z.object({ reason: z.string().trim().min(3).max(1000) });

@Controller('api/questionnaires/responses')
export class VoidResponseController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: "Takes a response out of a client's course for good, because it belongs to someone else",
    description: 'It is not deleted.',
  })
  @Post(':responseId/void')
  @HttpCode(200)
  @Roles('therapist', 'operations')
  @ApiOkResponse({ standardSchema: responseSchema })
  void(
    @CurrentPerson() person: Person,
    @Param('responseId', { schema: z.uuid() }) responseId: string,
    @Body({ schema: voiding }) { reason }: z.infer<typeof voiding>,
  ): Promise<ResponseView> {
    const at = this.clock.now();
    return this.database.asPerson(person, async (tx) => {
      const response = await voidResponse(tx, responseId, { at, by: person.id, reason });
      if (!response) {
        if (!(await readResponse(tx, responseId))) throw notFound('response');
        throw conflict('response-voided', 'This response has been voided before.');
      }
      await requireActing(tx, person, response.clientId);
      append(tx, ...voidedEvents(response, at));
      const clientIds = [response.clientId];
      audit(tx, { person, action: 'void-response', clientIds, subject: responseId, at });
      return viewResponse(response);
    });
  }
}
