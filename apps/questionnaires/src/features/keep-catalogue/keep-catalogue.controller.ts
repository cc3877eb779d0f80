import {
  audit,
  Clock,
  CurrentPerson,
  Database,
  IdempotencyKey,
  invalid,
  notFound,
  onceFor,
  Roles,
  type Person,
} from '@attune/platform';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { findKey, instrumentKeys } from '../../domain/catalogue/catalogue.ts';
import { wordKey } from '../../domain/catalogue/instrument-key.ts';
import type { PublishedInstrument } from '../../domain/instrument.ts';
import { findUrl } from '../../store/instrument.store.ts';
import { publishedInstrument } from '../instrument.schema.ts';
import { PublishInstrument } from '../publish-instrument/publish-instrument.handler.ts';
import { keySchema, viewKey, wordingSchema, type KeyView } from './catalogue.schema.ts';

@Controller('api/questionnaires/catalogue')
export class KeepCatalogueController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly publishInstrument: PublishInstrument,
  ) {}

  @ApiOperation({ summary: 'Instruments whose scoring key ships and whose wording its holder licenses' })
  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(keySchema) }) })
  list(@CurrentPerson() person: Person): Promise<{ items: KeyView[] }> {
    return this.database.asPerson(person, async (tx) => {
      const worded = await Promise.all(instrumentKeys.map(({ name }) => findUrl(tx, name)));
      return { items: instrumentKeys.map((key, index) => viewKey(key, worded[index] !== null)) };
    });
  }

  @ApiOperation({
    summary: 'Puts your licensed words to a key and publishes it, from then on ready to be asked for',
  })
  @Post(':name/wordings')
  @Roles('admin')
  @ApiCreatedResponse({ standardSchema: publishedInstrument })
  word(
    @CurrentPerson() person: Person,
    @Param('name', { schema: z.string().max(64) }) name: string,
    @IdempotencyKey() key: string | null,
    @Body({ schema: wordingSchema }) wording: z.infer<typeof wordingSchema>,
  ): Promise<PublishedInstrument> {
    const found = findKey(name);
    if (!found) throw notFound('instrument');
    const worded = wordKey(found, wording);
    if (worded.faults) throw invalid(worded.faults, 'wording-does-not-fit');
    const at = this.clock.now();
    const { url, version } = worded.instrument;
    return this.database.asPerson(person, (tx) =>
      onceFor(tx, { caller: person.id, key, request: ['word-instrument', name, wording], at }, async () => {
        const published = await this.publishInstrument.publish(tx, worded.instrument);
        audit(tx, {
          ...{ person, action: 'word-instrument', clientIds: [], subject: `${url}|${version}`, at },
        });
        return published;
      }),
    );
  }
}
