import { CurrentPerson, IdempotencyKey, Roles, type Person } from '@attune/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { responseSchema } from '../response-view.ts';
import { EnterPaper, type Entered } from './enter-paper.handler.ts';
import { paper, type Paper } from './paper.schema.ts';

const entered = responseSchema.extend({
  alertedNobody: z
    .boolean()
    .describe(
      'True where something about harm was answered more than 14 days ago: no alert is raised for it',
    ),
});

@Controller('api/questionnaires/responses/paper')
export class EnterPaperController {
  constructor(private readonly enterPaper: EnterPaper) {}

  @ApiOperation({
    summary: 'Keys in what a client answered on paper',
    description:
      'Who keyed it in is kept with it. Operations may key in answers, and may not read them afterwards. Open requests that it answers are taken back: those for the same instrument about the session, or, where none is named, those made until a day after.',
  })
  @Post()
  @Roles('therapist', 'operations')
  @ApiCreatedResponse({ standardSchema: entered })
  enter(
    @CurrentPerson() person: Person,
    @IdempotencyKey() key: string | null,
    @Body({ schema: paper }) body: Paper,
  ): Promise<Entered> {
    return this.enterPaper.enter(person, key, body);
  }
}
