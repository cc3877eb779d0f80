import { CurrentPerson, fromCursor, pageLimit, pageOf, type Person, Roles } from '@attune/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query, type Type } from '@nestjs/common';
import { z } from 'zod';
import { DeadLetters } from './dead-letters.ts';

const page = z.object({ cursor: z.string().max(200).optional(), limit: pageLimit() });
const one = z.object({ id: z.uuid() });
const skipped = z.object({ reason: z.string().trim().min(3).max(500) });

/** The routes of one service's dead letters, for its administrators. */
export function deadLettersController(service: string): Type {
  @Controller(`api/${service}/dead-letters`)
  @Roles('admin')
  class DeadLettersController {
    constructor(private readonly letters: DeadLetters) {}

    @Get()
    async list(@Query({ schema: page }) { cursor, limit }: z.infer<typeof page>) {
      const found = await this.letters.list(fromCursor(cursor, z.uuid()), limit + 1);
      return pageOf(found, limit, ({ id }) => id);
    }

    @Get(':id')
    show(@CurrentPerson() person: Person, @Param({ schema: one }) { id }: z.infer<typeof one>) {
      return this.letters.show(person, id);
    }

    @Post(':id/retry')
    @HttpCode(200)
    retry(@CurrentPerson() person: Person, @Param({ schema: one }) { id }: z.infer<typeof one>) {
      return this.letters.retry(person, id);
    }

    @Post(':id/skip')
    @HttpCode(200)
    skip(
      @CurrentPerson() person: Person,
      @Param({ schema: one }) { id }: z.infer<typeof one>,
      @Body({ schema: skipped }) { reason }: z.infer<typeof skipped>,
    ) {
      return this.letters.skip(person, id, reason);
    }
  }
  return DeadLettersController;
}
