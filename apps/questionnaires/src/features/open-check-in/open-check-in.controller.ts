import { Clock, Database, Open } from '@attune/platform';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { inLanguage } from '../../domain/in-language.ts';
import type { Item } from '../../domain/instrument.ts';
import { statusOf } from '../../domain/request.ts';
import { findLanguage } from '../../store/client.store.ts';
import { openLink } from '../../store/link.store.ts';
import { formItem, instrumentSchema } from '../instrument.schema.ts';
import { KnownInstruments } from '../known-instruments.ts';
import { hashOf, LinkToken, linkRefused, linkUnknown } from '../link-token.ts';

const form = z.object({
  requestId: z.uuid(),
  instrument: instrumentSchema.pick({ title: true, intro: true, notice: true, validated: true }).extend({
    items: z.array(formItem.omit({ texts: true, counts: true })),
  }),
  language: z.string().describe('The language that the client prefers, as a BCP 47 tag'),
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

  /** The form behind a client's link. */
  @Get()
  @Open()
  @Header('cache-control', 'no-store')
  @ApiHeader({ name: 'Attune-Link', required: true, description: 'The token from the fragment of the link' })
  @ApiOkResponse({ standardSchema: form })
  open(@LinkToken() token: string): Promise<z.infer<typeof form>> {
    return this.database.asLink(async (tx) => {
      const request = await openLink(tx, hashOf(token));
      if (!request) throw linkUnknown();
      const status = statusOf(request, this.clock.now());
      if (status !== 'open') throw linkRefused(status);
      const language = (await findLanguage(tx, request.clientId)) ?? 'en';
      const known = await this.instruments.get(tx, request.instrument);
      const { title, intro, notice, validated, items } = inLanguage(known, language);
      const questions = items.map(toQuestion);
      const { requestId, expiresAt } = request;
      return {
        requestId,
        instrument: { title, intro, notice, validated, items: questions },
        language,
        expiresAt,
      };
    });
  }
}
