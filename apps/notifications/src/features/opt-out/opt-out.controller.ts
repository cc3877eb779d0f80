import { createHash } from 'node:crypto';
import { audit, Clock, Database, Open, type Transaction } from '@attune/platform';
import { Controller, Get, Header, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { wayBeside } from '../../domain/choose-channel.ts';
import { wordsIn } from '../../domain/words/in-language.ts';
import { SmsSender } from '../../senders/sms.sender.ts';
import { findOptOutLink, findRecipient, optOut, type OptOutLink } from '../../store/recipient.store.ts';
import { askPage, donePage, nothingPage, pagePolicy, type Ways } from './opt-out.page.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest();
const html = 'text/html; charset=utf-8';

/** Whoever has the link of a message may stop such messages; it opens nothing else. */
@Controller('api/notifications/opt-out')
export class OptOutController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sms: SmsSender,
  ) {}

  @ApiOperation({ summary: 'Asks first: mail programs open links by themselves' })
  @Get(':token')
  @Open()
  @Header('content-type', html)
  @Header('content-security-policy', pagePolicy)
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'no-referrer')
  @ApiProduces('text/html')
  @ApiOkResponse({ description: 'A page with one button' })
  ask(
    @Param('token') token: string,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.database.asWorker(async (tx) => {
      const link = await findOptOutLink(tx, hashOf(token));
      if (!link) return nothing(reply, languages);
      return askPage(wordsIn(link.language), await this.waysOf(tx, link));
    });
  }

  @ApiOperation({
    summary:
      'Stops messages by the way that the link came by; also by one click in a mail program (RFC 8058)',
  })
  @Post(':token')
  @Open()
  @HttpCode(200)
  @Header('content-type', html)
  @Header('content-security-policy', pagePolicy)
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'no-referrer')
  @ApiProduces('text/html')
  @ApiOkResponse({ description: 'A page that says it is done' })
  stop(
    @Param('token') token: string,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const at = this.clock.now();
    return this.database.asWorker(async (tx) => {
      const link = await findOptOutLink(tx, hashOf(token));
      if (!link) return nothing(reply, languages);
      optOut(tx, link, at);
      audit(tx, { person: null, action: 'opt-out', clientIds: [link.personId], at });
      return donePage(wordsIn(link.language), await this.waysOf(tx, link));
    });
  }

  private async waysOf(tx: Transaction, { personId, channel }: OptOutLink): Promise<Ways> {
    const person = await findRecipient(tx, personId);
    return { stops: channel, remains: person && wayBeside(person, channel, { sms: this.sms.plugged }) };
  }
}

/** In the language that the browser likes best: whose link it was is not known. */
function nothing(reply: FastifyReply, languages = 'en'): string {
  void reply.code(404);
  return nothingPage(wordsIn(languages.split(/[,;]/)[0] ?? 'en'));
}
