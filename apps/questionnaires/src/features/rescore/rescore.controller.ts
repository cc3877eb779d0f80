import {
  audit,
  Clock,
  CurrentPerson,
  Database,
  IdempotencyKey,
  notFound,
  onceFor,
  Roles,
  type Person,
} from '@attune/platform';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { findInstrument, findUrl } from '../../store/instrument.store.ts';
import {
  countAnswered,
  findRescoring,
  insertRescoring,
  latestRescoring,
  type Rescoring,
} from '../../store/rescoring.store.ts';

/** Longer than any instance of scoring goes on with a key that it has read. */
const untilKnownMs = 15_000;

const rescoringSchema = z.object({
  rescoringId: z.uuid(),
  instrument: z.object({ url: z.string(), version: z.string() }),
  requestedAt: z.iso.datetime(),
  republished: z.int().describe('How many responses were handed to scoring so far'),
  finishedAt: z.iso.datetime().nullable(),
});
type RescoringView = z.infer<typeof rescoringSchema>;
const outlookSchema = z.object({
  responses: z.int().describe('How many responses would be scored once more now'),
  latest: rescoringSchema.nullable().describe('The one that was asked for last'),
});

@Controller('api/questionnaires')
@Roles('admin')
export class RescoreController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({
    summary: 'Scores every response to a version once more, by its key as it is now',
    description:
      'What comes out differently is corrected everywhere; signals that it refutes are withdrawn, and nothing is raised about the past.',
  })
  @Post('instruments/:name/:version/rescorings')
  @ApiCreatedResponse({ standardSchema: rescoringSchema })
  rescore(
    @CurrentPerson() person: Person,
    @Param('name', { schema: z.string().max(200) }) name: string,
    @Param('version', { schema: z.string().max(32) }) version: string,
    @IdempotencyKey() key: string | null,
  ): Promise<RescoringView> {
    const at = this.clock.now();
    return this.database.asPerson(person, (tx) =>
      onceFor(tx, { caller: person.id, key, request: ['rescore', name, version], at }, async () => {
        const url = await findUrl(tx, name);
        if (url === null || !(await findInstrument(tx, { url, version }))) throw notFound('instrument');
        const beginsAt = new Date(at.getTime() + untilKnownMs);
        const open = { requestedAt: at, beginsAt, republished: 0, finishedAt: null };
        const rescoring = { rescoringId: newId(), url, version, ...open };
        await insertRescoring(tx, rescoring, person.id);
        audit(tx, { person, action: 'rescore', clientIds: [], subject: `${url}|${version}`, at });
        return view(rescoring);
      }),
    );
  }

  @ApiOperation({
    summary: 'What scoring again would mean for a version, before anybody asks for it: a count, about nobody',
  })
  @Get('instruments/:name/:version/rescorings')
  @ApiOkResponse({ standardSchema: outlookSchema })
  outlook(
    @Param('name', { schema: z.string().max(200) }) name: string,
    @Param('version', { schema: z.string().max(32) }) version: string,
  ): Promise<z.infer<typeof outlookSchema>> {
    // Whoever sets instruments up sees no client's responses, and so could not count them.
    return this.database.asWorker(async (tx) => {
      const url = await findUrl(tx, name);
      if (url === null || !(await findInstrument(tx, { url, version }))) throw notFound('instrument');
      const latest = await latestRescoring(tx, { url, version });
      return { responses: await countAnswered(tx, { url, version }), latest: latest && view(latest) };
    });
  }

  @ApiOperation({ summary: 'How far scoring again is' })
  @Get('rescorings/:rescoringId')
  @ApiOkResponse({ standardSchema: rescoringSchema })
  one(
    @CurrentPerson() person: Person,
    @Param('rescoringId', { schema: z.uuid() }) rescoringId: string,
  ): Promise<RescoringView> {
    return this.database.asPerson(person, async (tx) => {
      const found = await findRescoring(tx, rescoringId);
      if (!found) throw notFound('rescoring');
      return view(found);
    });
  }
}

const view = ({ rescoringId, url, version, requestedAt, republished, finishedAt }: Rescoring) => ({
  rescoringId,
  instrument: { url, version },
  requestedAt: requestedAt.toISOString(),
  republished,
  finishedAt: finishedAt?.toISOString() ?? null,
});
