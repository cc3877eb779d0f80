import {
  audit,
  Clock,
  CurrentPerson,
  Database,
  IdempotencyKey,
  onceFor,
  Roles,
  type Person,
} from '@attune/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import type { PublishedInstrument } from '../../domain/instrument.ts';
import { instrumentSchema, publishedInstrument } from '../instrument.schema.ts';
import { PublishInstrument } from './publish-instrument.handler.ts';

@Controller('api/questionnaires/instruments')
export class PublishInstrumentController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly publishInstrument: PublishInstrument,
  ) {}

  @ApiOperation({ summary: 'Publishes a version of an instrument, for good' })
  @Post()
  @Roles('admin')
  @ApiCreatedResponse({ standardSchema: publishedInstrument })
  publish(
    @CurrentPerson() person: Person,
    @IdempotencyKey() key: string | null,
    @Body({ schema: instrumentSchema }) instrument: z.infer<typeof instrumentSchema>,
  ): Promise<PublishedInstrument> {
    const at = this.clock.now();
    const request = ['publish-instrument', instrument];
    return this.database.asPerson(person, (tx) =>
      onceFor(tx, { caller: person.id, key, request, at }, async () => {
        const published = await this.publishInstrument.publish(tx, instrument);
        const subject = `${instrument.url}|${instrument.version}`;
        audit(tx, { person, action: 'publish-instrument', clientIds: [], subject, at });
        return published;
      }),
    );
  }
}
