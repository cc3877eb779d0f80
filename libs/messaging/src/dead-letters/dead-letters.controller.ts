import { CurrentPerson, fromCursor, pageLimit, pageOf, type Person, Roles } from '@attune/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { type DeadLetter, DeadLetters } from './dead-letters.ts';

const letter = z.object({
  id: z.uuid(),
  consumer: z.string(),
  topic: z.string(),
  key: z.string(),
  sequence: z.int().describe('Its number within the topic and key'),
  type: z.string().nullable(),
  kind: z
    .string()
    .describe('Why it waits: `poison`, `prerequisite`, `gap` or, for those behind it, `behind`'),
  reason: z.string(),
  attempts: z.int(),
  parkedAt: z.iso.datetime(),
}) satisfies z.ZodType<DeadLetter>;
const letters = z.object({ items: z.array(letter), next: z.string().nullable() });
const opened = letter.extend({
  headers: z.record(z.string(), z.string()),
  value: z
    .string()
    .nullable()
    .describe(
      'What it says, which may be about a person: that you looked is written down. Of an internal topic only where it is asked for, null otherwise',
    ),
});
const outcome = z.object({ resolved: z.boolean().describe('Whether all of its key has been taken in now') });
const page = z.object({ cursor: z.string().max(200).optional(), limit: pageLimit() });
const one = z.object({ id: z.uuid() });
const wish = z.object({ value: z.enum(['true', 'false']).default('false') });
const skipped = z.object({ reason: z.string().trim().min(3).max(500) });

/** The routes of one service's dead letters, for its administrators. */
export function deadLettersController(service: string): Type {
  @Controller(`api/${service}/dead-letters`)
  @Roles('admin')
  class DeadLettersController {
    constructor(private readonly letters: DeadLetters) {}

    @ApiOperation({ summary: 'Events that wait because they could not be taken in' })
    @Get()
    @ApiOkResponse({ standardSchema: letters })
    async list(@Query({ schema: page }) { cursor, limit }: z.infer<typeof page>) {
      const found = await this.letters.list(fromCursor(cursor, z.uuid()), limit + 1);
      return pageOf(found, limit, ({ id }) => id);
    }

    @ApiOperation({ summary: 'One of them, with what it says' })
    @Get(':id')
    @ApiOkResponse({ standardSchema: opened })
    show(
      @CurrentPerson() person: Person,
      @Param({ schema: one }) { id }: z.infer<typeof one>,
      @Query({ schema: wish }) { value }: z.infer<typeof wish>,
    ) {
      return this.letters.show(person, id, { value: value === 'true' });
    }

    @ApiOperation({ summary: 'Tries again to take it in, and what waits behind it' })
    @Post(':id/retry')
    @HttpCode(200)
    @ApiOkResponse({ standardSchema: outcome })
    retry(@CurrentPerson() person: Person, @Param({ schema: one }) { id }: z.infer<typeof one>) {
      return this.letters.retry(person, id);
    }

    @ApiOperation({ summary: 'Leaves it out for good, so that what waits behind it goes on' })
    @Post(':id/skip')
    @HttpCode(200)
    @ApiOkResponse({ standardSchema: outcome })
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
