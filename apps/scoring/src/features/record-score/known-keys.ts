import { createHash } from 'node:crypto';
import type { Instrument } from '@attune/clinical';
import { PrerequisiteMissing } from '@attune/messaging';
import type { Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { findInstrument } from '../../store/instrument.store.ts';
import { instrumentKey } from '../follow-instruments/instrument-key.ts';

export interface KnownKey {
  readonly instrument: Instrument;
  /** SHA-256 of items and scales as they are stored, in hex. */
  readonly hash: string;
}

/** A key may be corrected through another instance: what was read longer ago is read again. */
const keptMs = 5_000;

@Injectable()
export class KnownKeys {
  private readonly known = new Map<string, KnownKey & { readonly readAt: number }>();

  /** @throws PrerequisiteMissing when the version has not been published here yet */
  async get(tx: Transaction, ref: Pick<Instrument, 'url' | 'version'>): Promise<KnownKey> {
    const name = instrumentKey(ref);
    const known = this.known.get(name);
    if (known && performance.now() - known.readAt < keptMs) return known;
    const instrument = await findInstrument(tx, ref.url, ref.version);
    if (!instrument) throw new PrerequisiteMissing('instrument', name);
    const key = { instrument, hash: hashOf(instrument), readAt: performance.now() };
    this.known.set(name, key);
    return key;
  }

  forget(ref: Pick<Instrument, 'url' | 'version'>): void {
    this.known.delete(instrumentKey(ref));
  }
}

/** JSON with its fields in order, because the database keeps them in an order of its own. */
const hashOf = ({ items, scales }: Instrument) =>
  createHash('sha256')
    .update(JSON.stringify(inOrder({ items, scales })))
    .digest('hex');

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, inOrder(inner)]));
}
