import { append } from '@attune/messaging';
import {
  audit,
  ChangesVersion,
  Clock,
  CurrentPerson,
  Database,
  IdempotencyKey,
  IfMatch,
  invalid,
  notFound,
  onceFor,
  Roles,
  saveNext,
  type Person,
} from '@attune/platform';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { correctKey } from '../../domain/correct-key.ts';
import type { PublishedInstrument } from '../../domain/instrument.ts';
import { correctInstrument, findInstrument, findUrl } from '../../store/instrument.store.ts';
import { instrumentSchema, publishedInstrument } from '../instrument.schema.ts';
import { correctedEvent } from '../publish-instrument/instrument-events.ts';

const { shape } = instrumentSchema;
const correction = z.object({
  reason: z
    .string()
    .trim()
    .min(3)
    .max(1000)
    .describe('What was wrong; stays in the audit trail of the provider'),
  items: z
    .array(
      shape.items.element.pick({ linkId: true }).extend({
        reversed: z.boolean().optional().describe('As it is unless told'),
        risk: shape.items.element.shape.risk.nullable().describe('As it is unless told; null for none'),
      }),
    )
    .max(200)
    .optional()
    .describe('Only those that count differently'),
  scales: shape.scales,
});

@Controller('api/questionnaires/instruments')
export class CorrectKeyController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'Corrects how a published version counts',
    description:
      'Its words never change. Responses from now on are scored by the new key; those from before when they are scored again (`rescorings`). Its ETag counts corrections: it is `keyRevision`.',
  })
  @Post(':name/:version/key-corrections')
  @HttpCode(200)
  @Roles('admin')
  @ChangesVersion('keyRevision')
  @ApiOkResponse({ standardSchema: publishedInstrument })
  correct(
    @CurrentPerson() person: Person,
    @Param('name', { schema: z.string().max(200) }) name: string,
    @Param('version', { schema: shape.version }) version: string,
    @IdempotencyKey() key: string | null,
    @IfMatch() seen: number | null,
    @Body({ schema: correction }) given: z.infer<typeof correction>,
  ): Promise<PublishedInstrument> {
    const at = this.clock.now();
    const request = ['correct-key', name, version, seen, given];
    return this.database.asPerson(person, (tx) =>
      onceFor(tx, { caller: person.id, key, request, at }, async () => {
        const url = await findUrl(tx, name);
        const found = url === null ? null : await findInstrument(tx, { url, version });
        if (!found) throw notFound('instrument');
        let kept = found;
        await saveNext(seen, found.keyRevision, (keyRevision) => {
          const result = correctKey(found, given);
          if (result.mismatches) throw invalid(result.mismatches, 'instrument-unsound');
          kept = { ...result.corrected, keyRevision };
          return correctInstrument(tx, kept);
        });
        append(tx, correctedEvent(kept, at));
        const subject = `${kept.url}|${version}#${String(kept.keyRevision)}: ${given.reason}`;
        audit(tx, { person, action: 'correct-key', clientIds: [], subject, at });
        return kept;
      }),
    );
  }
}
