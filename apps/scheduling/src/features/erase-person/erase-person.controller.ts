import { append } from '@attune/messaging';
import {
  audit,
  ChangesVersion,
  Clock,
  conflict,
  CurrentPerson,
  Database,
  IfMatch,
  notFound,
  type Person,
  requireVersion,
  Roles,
} from '@attune/platform';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { hasCareFrom } from '../../store/care-relationship.store.ts';
import { erasePerson, lockPerson } from '../../store/person.store.ts';
import { personErasedEvent } from '../scheduling-events.ts';

const erased = z.object({ personId: z.uuid(), version: z.int(), erasedAt: z.iso.datetime() });

@Controller('api/scheduling/people')
export class ErasePersonController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'Erases name, contacts and sign-in of a person for good, here and in every copy',
    description: 'Sessions and scores keep the id.',
  })
  @Post(':id/erase')
  @HttpCode(200)
  @Roles('admin')
  @ChangesVersion()
  @ApiOkResponse({ standardSchema: erased })
  erase(
    @CurrentPerson() by: Person,
    @Param('id', { schema: z.uuid() }) personId: string,
    @IfMatch() seen: number | null,
  ): Promise<z.infer<typeof erased>> {
    const at = this.clock.now();
    return this.database.asPerson(by, async (tx) => {
      const person = await lockPerson(tx, personId);
      if (!person) throw notFound('person');
      requireVersion(seen, person.version);
      if (await hasCareFrom(tx, personId, at)) {
        throw conflict('in-care', 'End the care relationships of this person first.');
      }
      await erasePerson(tx, personId, at);
      append(tx, personErasedEvent(person, at));
      const clientIds = person.kind === 'client' ? [personId] : [];
      audit(tx, { person: by, action: 'erase-person', clientIds, subject: personId, at });
      return { personId, version: person.version + 1, erasedAt: at.toISOString() };
    });
  }
}
