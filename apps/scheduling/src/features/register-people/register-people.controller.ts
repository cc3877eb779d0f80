import {
  CurrentPerson,
  etagOf,
  fromCursor,
  IdempotencyKey,
  IfMatch,
  pageLimit,
  type Person,
  Roles,
  toCursor,
} from '@attune/platform';
import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  newPersonSchema,
  peoplePageSchema,
  personChangeSchema,
  storedPersonSchema,
} from './person.schema.ts';
import { RegisterPeople } from './register-people.handler.ts';

const query = z.object({
  kind: z.enum(['client', 'staff']).optional(),
  search: z.string().trim().max(100).optional(),
  cursor: z.string().max(1_000).optional(),
  limit: pageLimit(),
});
const place = z.object({ name: z.string(), personId: z.uuid() });
const id = z.uuid();

@Controller('api/scheduling/people')
export class RegisterPeopleController {
  constructor(private readonly people: RegisterPeople) {}

  @Post()
  @Roles('operations', 'admin')
  @ApiCreatedResponse({ standardSchema: storedPersonSchema })
  register(
    @CurrentPerson() person: Person,
    @Body({ schema: newPersonSchema }) body: z.infer<typeof newPersonSchema>,
    @IdempotencyKey() key: string | null,
  ) {
    return this.people.register(person, body, key);
  }

  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin')
  @ApiOkResponse({ standardSchema: peoplePageSchema })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: query }) { kind, search, cursor, limit }: z.infer<typeof query>,
  ) {
    const filter = { kind: kind ?? null, search: search === undefined || search === '' ? null : search };
    const found = await this.people.list(person, filter, fromCursor(cursor, place), limit + 1);
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? toCursor({ name: last.name, personId: last.personId }) : null };
  }

  @Get(':id')
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin')
  @ApiOkResponse({ standardSchema: storedPersonSchema })
  async view(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) personId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const found = await this.people.view(person, personId);
    reply.header('etag', etagOf(found.version));
    return found;
  }

  @Patch(':id')
  @Roles('operations', 'admin')
  @ApiOkResponse({ standardSchema: storedPersonSchema })
  change(
    @CurrentPerson() person: Person,
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: personChangeSchema }) body: z.infer<typeof personChangeSchema>,
    @IfMatch() seen: number | null,
  ) {
    return this.people.change(person, personId, body, seen);
  }
}
