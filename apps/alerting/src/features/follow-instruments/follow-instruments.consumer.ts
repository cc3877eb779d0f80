import { instrumentKeyCorrected, instrumentPublished } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { saveScales } from '../../store/known-scale.store.ts';

/** Keeps which scales there are, and which way is better on each: rules are held against them. */
@Controller()
export class FollowInstrumentsConsumer {
  @OnEvent(instrumentPublished, instrumentKeyCorrected)
  known(
    @EventData() { url, scales }: z.infer<typeof instrumentPublished.schema>,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    return saveScales(
      tx,
      scales.map(({ code, higherIsBetter }) => ({
        instrument: url,
        scale: code,
        direction: higherIsBetter ? 'higher-is-better' : 'lower-is-better',
      })),
    );
  }
}
