import type { Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import type { Instrument, InstrumentRef } from '../domain/instrument.ts';
import { findInstrument } from '../store/instrument.store.ts';

/** Words never change; a key may be corrected through another instance, so what was read longer ago is read again. */
const keptMs = 5_000;

@Injectable()
export class KnownInstruments {
  private readonly known = new Map<string, { readonly instrument: Instrument; readonly readAt: number }>();

  /** @throws Error when the version is not there; requests and responses refer to versions that are */
  async get(tx: Transaction, ref: InstrumentRef): Promise<Instrument> {
    const instrument = await this.find(tx, ref);
    if (!instrument) throw new Error('a request names a version of an instrument that is not there');
    return instrument;
  }

  async find(tx: Transaction, { url, version }: InstrumentRef): Promise<Instrument | null> {
    const key = `${url}|${version}`;
    const known = this.known.get(key);
    if (known && performance.now() - known.readAt < keptMs) return known.instrument;
    const instrument = await findInstrument(tx, { url, version });
    if (instrument) this.known.set(key, { instrument, readAt: performance.now() });
    return instrument;
  }
}
