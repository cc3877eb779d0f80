import type { Instrument } from '@attune/clinical';
import { instrumentKeyCorrected, instrumentPublished } from '@attune/contracts';
import { EventContext, EventData, OnEvent, resume, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import { correctInstrument, saveInstrument } from '../../store/instrument.store.ts';
import { KnownKeys } from '../record-score/known-keys.ts';
import { instrumentKey } from './instrument-key.ts';

@Controller()
export class FollowInstrumentsConsumer {
  constructor(private readonly keys: KnownKeys) {}

  /** Keeps the key of each published version, and lets responses go on that came before it. */
  @OnEvent(instrumentPublished)
  async published(
    @EventData() instrument: Instrument,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    await saveInstrument(tx, instrument);
    await resume(tx, 'instrument', instrumentKey(instrument));
  }

  /** From here on responses are scored by the corrected key. */
  @OnEvent(instrumentKeyCorrected)
  async corrected(
    @EventData() { keyRevision, ...instrument }: Instrument & { readonly keyRevision: number },
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    await correctInstrument(tx, instrument, keyRevision);
    tx.afterCommit(() => {
      this.keys.forget(instrument);
    });
  }
}
