import { linkMinted } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { insertMintedLink } from '../../store/link.store.ts';

type Minted = z.infer<typeof linkMinted.schema>;

/** Messages mint the tokens of their links themselves: here comes what a token hashes to, so that its link opens. */
@Controller()
export class FollowLinksConsumer {
  @OnEvent(linkMinted)
  minted(
    @EventData() { requestId, clientId, tokenHash, mintedAt }: Minted,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    insertMintedLink(tx, {
      requestId,
      clientId,
      tokenHash: Buffer.from(tokenHash, 'base64url'),
      at: mintedAt,
    });
    return Promise.resolve();
  }
}
