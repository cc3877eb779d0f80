import { Clock, Database, Open } from '@attune/platform';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { inLanguage, otherWordings, wordingIn } from '../../domain/in-language.ts';
import type { Item } from '../../domain/instrument.ts';
import { findLanguage } from '../../store/client.store.ts';
import { readDraft } from '../../store/draft.store.ts';
import { noteOpened } from '../../store/reached.store.ts';
import { crisisText } from '../crisis-information.schema.ts';
import { readCrisisTexts } from '../crisis-texts.ts';
import { formItem, instrumentSchema } from '../instrument.schema.ts';
import { KnownInstruments } from '../known-instruments.ts';
import { LinkToken } from '../link-token.ts';
import { openRequest } from '../open-request.ts';
import { draftSchema } from '../draft.schema.ts';

const wording = z.object({
  language: z.string(),
  title: z.string(),
  intro: z.string(),
  notice: z.string(),
  items: z.array(z.object({ text: z.string(), labels: z.array(z.string()) })),
});

const form = z.object({
  requestId: z.uuid(),
  instrument: instrumentSchema.pick({ title: true, intro: true, notice: true, validated: true }).extend({
    items: z.array(formItem.omit({ texts: true, counts: true })),
  }),
  language: z.string().describe('The language that the client prefers, as a BCP 47 tag'),
  wording: z.string().describe('The language of the words above: the client’s, or that of the instrument'),
  otherWordings: z
    .array(wording)
    .describe('The same in the other languages that the form speaks, items and options in the same order'),
  crisis: z.array(crisisText).describe('What to say to somebody in danger'),
  draft: draftSchema.describe('What was answered before, on this device or another'),
  expiresAt: z.iso.datetime(),
});

/** Nothing about how it counts, but for the weights without which the form would not know a risk. */
const toQuestion = ({ reversed: _r, form: _f, counts: _c, texts: _t, options, enabled, ...item }: Item) => ({
  ...item,
  options: options.map(({ labels: _labels, ...option }) => option),
  ...(enabled && {
    enabled: enabled.map(({ any, conditions }) => ({
      any,
      conditions: conditions.map((each) => ({ ...each })),
    })),
  }),
});

@Controller('api/questionnaires/check-in')
export class OpenCheckInController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly instruments: KnownInstruments,
  ) {}

  @ApiOperation({
    summary:
      "The form behind a client's link; where it opens nothing, the answer still has what to say to somebody in danger",
  })
  @Get()
  @Open()
  @Header('cache-control', 'no-store')
  @ApiHeader({ name: 'Attune-Link', required: true, description: 'The token from the fragment of the link' })
  @ApiOkResponse({ standardSchema: form })
  open(@LinkToken() token: string): Promise<z.infer<typeof form>> {
    return this.database.asLink(async (tx) => {
      const now = this.clock.now();
      const { requestId, clientId, instrument, expiresAt, reachedAt } = await openRequest(tx, token, now);
      if (reachedAt === null) noteOpened(tx, requestId, now);
      const [preferred, known, crisis, draft] = await Promise.all([
        findLanguage(tx, clientId),
        this.instruments.get(tx, instrument),
        readCrisisTexts(tx),
        readDraft(tx, requestId),
      ]);
      const language = preferred ?? 'en';
      const { title, intro, notice, validated, items } = inLanguage(known, language);
      return {
        requestId,
        instrument: { title, intro, notice, validated, items: items.map(toQuestion) },
        language,
        wording: wordingIn(known, language),
        otherWordings: otherWordings(known, language),
        crisis,
        draft,
        expiresAt,
      };
    });
  }
}
