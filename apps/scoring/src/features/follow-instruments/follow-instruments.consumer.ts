import type { Instrument } from '@attune/clinical';
import { instrumentPublished } from '@attune/contracts';
import { EventContext, EventData, OnEvent, resume, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import { saveInstrument } from '../../store/instrument.store.ts';
import { instrumentKey } from './instrument-key.ts';

@Controller()
export class FollowInstrumentsConsumer {
  /** Keeps the key of each published version, and lets responses go on that came before it. */
  @OnEvent(instrumentPublished)
  async published(
    @EventData() instrument: Instrument,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    await saveInstrument(tx, instrument);
    await resume(tx, 'instrument', instrumentKey(instrument));
  }
}
