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
} from '@attune/platform';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import {
  newPersonSchema,
  peoplePageSchema,
  personChangeSchema,
  storedPersonSchema,
} from './person.schema.ts';
import { RegisterPeople } from './register-people.handler.ts';

/** An address has to carry them. */
const mostNamed = 50;

const query = z.object({
  kind: z.enum(['client', 'staff']).optional(),
  search: z.string().trim().max(100).optional(),
  personId: z
    .string()
    .max(mostNamed * 37)
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.uuid()).max(mostNamed))
    .optional()
    .describe(`Only these, with commas between; at most ${mostNamed}`),
  cursor: z.string().max(1_000).optional(),
  limit: pageLimit(),
});
// Without the name by which the list is ordered: a cursor travels in addresses.
const place = z.object({ personId: z.uuid() });
const id = z.uuid();

@Controller('api/scheduling/people')
export class RegisterPeopleController {
  constructor(private readonly people: RegisterPeople) {}

  @ApiOperation({ summary: 'Registers somebody' })
  @Post()
  @Versioned()
  @Roles('operations', 'admin')
  @ApiCreatedResponse({ standardSchema: storedPersonSchema })
  register(
    @CurrentPerson() person: Person,
    @Body({ schema: newPersonSchema }) body: z.infer<typeof newPersonSchema>,
    @IdempotencyKey() key: string | null,
  ) {
    return this.people.register(person, body, key);
  }

  @ApiOperation({ summary: 'People, by name' })
  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin')
  @ApiOkResponse({ standardSchema: peoplePageSchema })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: query }) { kind, search, personId, cursor, limit }: z.infer<typeof query>,
  ) {
    const filter = {
      kind: kind ?? null,
      search: search === undefined || search === '' ? null : search,
      personIds: personId ?? null,
    };
    const found = await this.people.list(person, filter, fromCursor(cursor, place), limit + 1);
    return pageOf(found, limit, ({ personId }) => ({ personId }));
  }

  @ApiOperation({ summary: 'Somebody by id' })
  @Get(':id')
  @Versioned()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin')
  @ApiOkResponse({ standardSchema: storedPersonSchema })
  view(@CurrentPerson() person: Person, @Param('id', { schema: id }) personId: string) {
    return this.people.view(person, personId);
  }

  @ApiOperation({ summary: 'Changes what is known of somebody' })
  @Patch(':id')
  @Roles('operations', 'admin')
  @ChangesVersion()
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
