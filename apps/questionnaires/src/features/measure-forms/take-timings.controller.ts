import { Clock, Database, Open } from '@attune/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { stepOf } from '../../domain/item-times.ts';
import { statusOf } from '../../domain/request.ts';
import { claimTiming, countSeconds } from '../../store/item-usage.store.ts';
import { openLink } from '../../store/link.store.ts';
import { KnownInstruments } from '../known-instruments.ts';
import { hashOf, LinkToken } from '../link-token.ts';
import { linkRefused } from '../open-request.ts';

const timings = z.object({
  items: z.array(z.object({ linkId: z.string().max(64), seconds: z.int().min(0).max(86_400) })).max(200),
});
/** After sending. Who was offline sends both at the same time. */
const tellWithinMs = 60 * 60 * 1000;

@Controller('api/questionnaires/check-in/timings')
export class TakeTimingsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly instruments: KnownInstruments,
  ) {}

  @ApiOperation({
    summary: 'Counts how long each item took, once for a form that was just sent',
    description:
      'What is kept are counts by instrument, item and month: neither the client nor the request, and no day.',
  })
  @Post()
  @Open()
  @HttpCode(204)
  @ApiHeader({ name: 'Attune-Link', required: true, description: 'The token from the fragment of the link' })
  @ApiNoContentResponse()
  take(
    @LinkToken() token: string,
    @Body({ schema: timings }) { items }: z.infer<typeof timings>,
  ): Promise<void> {
    const now = this.clock.now();
    return this.database.asLink(async (tx) => {
      const request = await openLink(tx, hashOf(token));
      if (!request) throw await linkRefused(tx, 'unknown');
      const status = statusOf(request, now);
      if (status === 'revoked' || status === 'expired') throw await linkRefused(tx, status);
      const since = new Date(now.getTime() - tellWithinMs);
      if (!(await claimTiming(tx, request.requestId, since))) return;
      const known = new Set(
        (await this.instruments.get(tx, request.instrument)).items.map((item) => item.linkId),
      );
      const first = new Map(items.map(({ linkId, seconds }) => [linkId, stepOf(seconds)]));
      const steps = [...first].flatMap(([linkId, within]) => (known.has(linkId) ? [{ linkId, within }] : []));
      await countSeconds(tx, request.instrument, steps, now);
    });
  }
}
