import {
  audit,
  Clock,
  conflict,
  CurrentPerson,
  Database,
  notFound,
  Roles,
  SERVICE_CONFIG,
  type Person,
  type ServiceConfig,
} from '@attune/platform';
import { Controller, Header, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import { generate } from 'lean-qr';
import { toSvgSource } from 'lean-qr/extras/svg';
import { z } from 'zod';
import { statusOf } from '../../domain/request.ts';
import { insertLink } from '../../store/link.store.ts';
import { lockRequest } from '../../store/request.store.ts';
import { hashOf, newToken } from '../link-token.ts';
import { requireActing } from '../require-acting.ts';

const code = z.object({
  link: z.url().describe('For the client alone. It is shown once'),
  svg: z.string().describe('The same link as a QR code, to be shown on a screen: an SVG image'),
  expiresAt: z.iso.datetime(),
});

@Controller('api/questionnaires/requests')
export class ShowCodeController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SERVICE_CONFIG) private readonly config: Pick<ServiceConfig, 'PUBLIC_URL'>,
  ) {}

  @ApiOperation({
    summary:
      "One more link to an open request, for the client who is here: a code on the clinic's screen that their phone reads",
    description: 'Each call mints a token of its own, because none is kept to be shown twice.',
  })
  @Post(':requestId/code')
  @Roles('therapist', 'operations')
  @Header('cache-control', 'no-store')
  @ApiCreatedResponse({ standardSchema: code })
  show(
    @CurrentPerson() person: Person,
    @Param('requestId', { schema: z.uuid() }) requestId: string,
  ): Promise<z.infer<typeof code>> {
    const at = this.clock.now();
    return this.database.asPerson(person, async (tx) => {
      const request = await lockRequest(tx, requestId);
      if (!request) throw notFound('request');
      await requireActing(tx, person, request.clientId);
      const status = statusOf(request, at);
      if (status !== 'open') throw conflict('request-not-open', `A request that is ${status} has no links.`);
      const token = newToken();
      await insertLink(tx, requestId, hashOf(token), at);
      audit(tx, { person, action: 'show-code', clientIds: [request.clientId], subject: requestId, at });
      const link = `${this.config.PUBLIC_URL}/check-in/#${token}`;
      return { link, svg: drawn(link), expiresAt: request.expiresAt };
    });
  }
}

/** Dark on light whatever the page around it is: readers want it so. */
const drawn = (text: string): string => toSvgSource(generate(text), { on: 'black', off: 'white', pad: 4 });
