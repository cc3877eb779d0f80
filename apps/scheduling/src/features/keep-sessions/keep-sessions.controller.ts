import {
  ChangesVersion,
  CurrentPerson,
  fromCursor,
  IdempotencyKey,
  IfMatch,
  pageLimit,
  pageOf,
  type Person,
  Roles,
  Versioned,
  instantSchema,
} from '@attune/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { KeepSessions } from './keep-sessions.handler.ts';
import { newSessionSchema, sessionSchema, type SessionView } from './session.schema.ts';

const query = z.object({
  clientId: z.uuid().optional(),
  therapistId: z.uuid().optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  cursor: z.string().max(1_000).optional(),
  limit: pageLimit(),
});
const place = z.object({ startsAt: z.iso.datetime(), sessionId: z.uuid() });
const page = z.object({ items: z.array(sessionSchema), next: z.string().nullable() });
const target = z.object({ id: z.uuid(), action: z.enum(['complete', 'cancel', 'miss', 'undo-miss']) });

@Controller('api/scheduling/sessions')
export class KeepSessionsController {
  constructor(private readonly sessions: KeepSessions) {}

  @ApiOperation({ summary: 'Books a session' })
  @Post()
  @Versioned()
  @Roles('therapist', 'operations')
  @ApiCreatedResponse({ standardSchema: sessionSchema })
  book(
    @CurrentPerson() person: Person,
    @Body({ schema: newSessionSchema }) body: z.infer<typeof newSessionSchema>,
    @IdempotencyKey() key: string | null,
  ): Promise<SessionView> {
    return this.sessions.book(person, body, key);
  }

  @ApiOperation({ summary: 'Sessions that the person may see, by time' })
  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
  @ApiOkResponse({ standardSchema: page })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: query }) { clientId, therapistId, from, to, cursor, limit }: z.infer<typeof query>,
  ) {
    const filter = {
      clientId: clientId ?? null,
      therapistId: therapistId ?? null,
      from: from ?? null,
      to: to ?? null,
    };
    const found = await this.sessions.list(person, filter, fromCursor(cursor, place), limit + 1);
    return pageOf(found, limit, ({ startsAt, sessionId }) => ({ startsAt, sessionId }));
  }

  @ApiOperation({ summary: 'A session' })
  @Get(':id')
  @Versioned()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
  @ApiOkResponse({ standardSchema: sessionSchema })
  view(@CurrentPerson() person: Person, @Param('id', { schema: z.uuid() }) id: string): Promise<SessionView> {
    return this.sessions.view(person, id);
  }

  @ApiOperation({ summary: '`complete`, `cancel`, `miss` (a no-show) or `undo-miss` (it was none)' })
  @Post(':id/:action')
  @HttpCode(200)
  @Roles('therapist', 'operations')
  @ChangesVersion()
  @ApiOkResponse({ standardSchema: sessionSchema })
  perform(
    @CurrentPerson() person: Person,
    @Param({ schema: target }) { id, action }: z.infer<typeof target>,
    @IfMatch() seen: number | null,
  ): Promise<SessionView> {
    return this.sessions.perform(person, id, action, seen);
  }
}
