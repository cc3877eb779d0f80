import { instrumentPublished } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import { saveScales, type PublishedInstrument } from '../../store/scale.store.ts';

@Controller()
export class FollowInstrumentsConsumer {
  @OnEvent(instrumentPublished)
  published(
    @EventData() instrument: PublishedInstrument,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    return saveScales(tx, instrument);
  }
}
