import type { Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import type { Instrument, InstrumentRef } from '../domain/instrument.ts';
import { findInstrument } from '../store/instrument.store.ts';

/** Versions never change, so an instrument that was read once is known for good. */
@Injectable()
export class KnownInstruments {
  private readonly known = new Map<string, Instrument>();

  /** @throws Error when the version is not there; requests and responses refer to versions that are */
  async get(tx: Transaction, ref: InstrumentRef): Promise<Instrument> {
    const instrument = await this.find(tx, ref);
    if (!instrument) throw new Error('a request names a version of an instrument that is not there');
    return instrument;
  }

  async find(tx: Transaction, { url, version }: InstrumentRef): Promise<Instrument | null> {
    const key = `${url}|${version}`;
    const instrument = this.known.get(key) ?? (await findInstrument(tx, { url, version }));
    if (instrument) this.known.set(key, instrument);
    return instrument;
  }
}
