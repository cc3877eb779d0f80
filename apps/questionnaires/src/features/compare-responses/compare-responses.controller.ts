import {
  audit,
  Clock,
  CurrentPerson,
  Database,
  notFound,
  notPermitted,
  Roles,
  type Person,
} from '@attune/platform';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { compareAnswers } from '../../domain/compare-answers.ts';
import { inLanguage } from '../../domain/in-language.ts';
import { findPreviousResponse, readResponse } from '../../store/response.store.ts';
import { KnownInstruments } from '../known-instruments.ts';

const change = z.object({
  linkId: z.string(),
  text: z.string(),
  value: z.number().nullable(),
  label: z.string().nullable(),
  previous: z.number().nullable(),
  previousLabel: z.string().nullable(),
  moved: z.number().nullable().describe('Value less previous value; null where there are not two'),
  risk: z
    .object({ atLeast: z.number(), met: z.boolean() })
    .nullable()
    .describe('Of an item about harm: from which answer on it is a risk, and whether this one is'),
});
const comparison = z.object({
  responseId: z.uuid(),
  instrument: z.object({ url: z.string(), version: z.string(), title: z.string() }),
  answeredAt: z.iso.datetime(),
  previous: z.object({ responseId: z.uuid(), answeredAt: z.iso.datetime() }).nullable(),
  items: z.array(change).describe('An answer that is a risk first, moved or not; then what has moved most'),
});

const wished = z.object({
  language: z.string().max(35).optional().describe('A BCP 47 tag; without it, as the instrument was written'),
});

@Controller('api/questionnaires/responses')
@Roles('therapist', 'supervisor')
export class CompareResponsesController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly instruments: KnownInstruments,
  ) {}

  @ApiOperation({
    summary:
      "A response's answers beside those of the one before, for those who may read them: which items have moved",
    description: 'Items and answers in the language asked for, where the instrument was translated.',
  })
  @Get(':responseId/changes')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ standardSchema: comparison })
  compare(
    @CurrentPerson() person: Person,
    @Param('responseId', { schema: z.uuid() }) responseId: string,
    @Query({ schema: wished }) { language }: z.infer<typeof wished>,
  ): Promise<z.infer<typeof comparison>> {
    return this.database.asPerson(person, async (tx) => {
      const response = await readResponse(tx, responseId);
      if (!response) throw notFound('response');
      if (!response.answers)
        throw notPermitted('Answers are for those who treat the client or supervise it.');
      const before = await findPreviousResponse(tx, response);
      const known = await this.instruments.get(tx, response.instrument);
      const { title, items } = language === undefined ? known : inLanguage(known, language);
      const at = this.clock.now();
      audit(tx, { person, action: 'view-answers', clientIds: [response.clientId], subject: responseId, at });
      const { instrument, answeredAt } = response;
      return {
        ...{ responseId, instrument: { ...instrument, title }, answeredAt },
        previous: before && { responseId: before.responseId, answeredAt: before.answeredAt },
        items: compareAnswers(items, response.answers, before?.answers ?? []).map((each) => ({ ...each })),
      };
    });
  }
}
