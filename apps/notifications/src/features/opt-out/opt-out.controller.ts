import { createHash } from 'node:crypto';
import { audit, Clock, Database, notFound, Open } from '@attune/platform';
import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { wordsIn } from '../../domain/words/in-language.ts';
import { findOptOutLink, optOut } from '../../store/recipient.store.ts';
import { askPage, donePage } from './opt-out.page.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Whoever has the link of a message may stop such messages; it opens nothing else. */
@Controller('api/notifications/opt-out')
export class OptOutController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Asks first: mail programs open links by themselves. */
  @Get(':token')
  @Open()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'no-referrer')
  @ApiProduces('text/html')
  @ApiOkResponse({ description: 'A page with one button' })
  async ask(@Param('token') token: string): Promise<string> {
    const link = await this.database.asWorker((tx) => findOptOutLink(tx, hashOf(token)));
    return askPage(wordsIn(link?.language ?? 'en'));
  }

  /** Stops messages by the way that the link came by; also by one click in a mail program (RFC 8058). */
  @Post(':token')
  @Open()
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  @ApiProduces('text/html')
  @ApiOkResponse({ description: 'A page that says it is done' })
  async stop(@Param('token') token: string): Promise<string> {
    const at = this.clock.now();
    return this.database.asWorker(async (tx) => {
      const link = await findOptOutLink(tx, hashOf(token));
      if (!link) throw notFound('link');
      optOut(tx, link, at);
      audit(tx, { person: null, action: 'opt-out', clientIds: [link.personId], at });
      return donePage(wordsIn(link.language));
    });
  }
}
