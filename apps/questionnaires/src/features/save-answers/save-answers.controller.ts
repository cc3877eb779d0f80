import { Clock, Database, invalid, Open } from '@attune/platform';
import { Body, Controller, Header, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { checkDraft } from '../../domain/check-answers.ts';
import { readDraft, saveDraft } from '../../store/draft.store.ts';
import { KnownInstruments } from '../known-instruments.ts';
import { LinkToken } from '../link-token.ts';
import { openRequest } from '../open-request.ts';
import { draftSchema } from '../draft.schema.ts';

const given = z.object({ answers: draftSchema });
const kept = z.object({ draft: draftSchema.describe('All that is kept now, also from another device') });

@Controller('api/questionnaires/check-in/answers')
export class SaveAnswersController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly instruments: KnownInstruments,
  ) {}

  @ApiOperation({
    summary: 'Keeps answers before they are sent, so that the form goes on where it was, on any device',
    description:
      'One item or all; of two answers to an item the later one stands. They are forgotten when the form is sent, taken back or over.',
  })
  @Put()
  @Open()
  @Header('cache-control', 'no-store')
  @ApiHeader({ name: 'Attune-Link', required: true, description: 'The token from the fragment of the link' })
  @ApiOkResponse({ standardSchema: kept })
  save(
    @LinkToken() token: string,
    @Body({ schema: given }) { answers }: z.infer<typeof given>,
  ): Promise<z.infer<typeof kept>> {
    const now = this.clock.now();
    return this.database.asLink(async (tx) => {
      const { requestId, instrument } = await openRequest(tx, token, now);
      const checked = checkDraft(await this.instruments.get(tx, instrument), answers);
      if (checked.mismatches.length > 0) throw invalid(checked.mismatches, 'answers-do-not-fit');
      const writtenAt = new Map(answers.map((answer) => [answer.linkId, answer.writtenAt]));
      const draft = checked.answers.map((answer) => ({
        ...answer,
        writtenAt: writtenAt.get(answer.linkId) ?? 0,
      }));
      // Somebody was faster, and by now has committed: the link says itself why it is closed.
      if (!(await saveDraft(tx, requestId, draft, now))) await openRequest(tx, token, now);
      return { draft: await readDraft(tx, requestId) };
    });
  }
}
