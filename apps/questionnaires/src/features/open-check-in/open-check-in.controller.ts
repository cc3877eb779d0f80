import { Clock, Database, Open } from '@attune/platform';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { statusOf } from '../../domain/request.ts';
import { findLanguage } from '../../store/client.store.ts';
import { openLink } from '../../store/link.store.ts';
import { instrumentSchema } from '../instrument.schema.ts';
import { KnownInstruments } from '../known-instruments.ts';
import { hashOf, LinkToken, linkRefused, linkUnknown } from '../link-token.ts';

const form = z.object({
  requestId: z.uuid(),
  instrument: instrumentSchema.pick({ title: true, intro: true, notice: true, validated: true }).extend({
    items: z.array(instrumentSchema.shape.items.element.omit({ reversed: true })),
  }),
  language: z.string().describe('The language that the client prefers, as a BCP 47 tag'),
  expiresAt: z.iso.datetime(),
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
      const { title, intro, notice, validated, items } = await this.instruments.get(tx, request.instrument);
      const questions = items.map(({ reversed: _, ...item }) => ({ ...item, options: [...item.options] }));
      const language = (await findLanguage(tx, request.clientId)) ?? 'en';
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
