import { isDeepStrictEqual } from 'node:util';
import { append } from '@attune/messaging';
import { Clock, conflict, invalid, Problem, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { checkInstrument } from '../../domain/check-instrument.ts';
import { checkSuccessor } from '../../domain/check-successor.ts';
import type { Mismatch } from '../../domain/mismatch.ts';
import { wordingOf } from '../../domain/correct-key.ts';
import { slugOf, type Instrument, type PublishedInstrument } from '../../domain/instrument.ts';
import { findInstrument, findUrl, insertInstrument } from '../../store/instrument.store.ts';
import { insertResource } from '../../store/resource.store.ts';
import { publishedEvent } from './instrument-events.ts';

const anotherInstrument = (errors: readonly Mismatch[]) =>
  new Problem(
    409,
    'instrument-not-comparable',
    'This is another instrument than the one that has this url: publish it under a url of its own.',
    { errors },
  );

@Injectable()
export class PublishInstrument {
  constructor(private readonly clock: Clock) {}

  /**
   * Publishes a version once; the same version with the same content again changes nothing.
   * @param resource the FHIR Questionnaire that it came as, which is kept as it is
   */
  async publish(
    tx: Transaction,
    instrument: Instrument,
    resource: object | null = null,
  ): Promise<PublishedInstrument> {
    const mismatches = checkInstrument(instrument);
    if (mismatches.length > 0) throw invalid(mismatches, 'instrument-unsound');
    const holder = await findUrl(tx, slugOf(instrument.url));
    if (holder !== null && holder !== instrument.url) {
      throw conflict('instrument-name-taken', 'Another instrument has the same last segment in its url.');
    }
    const newest = await findInstrument(tx, { url: instrument.url });
    if (newest && newest.version !== instrument.version) {
      const breaks = checkSuccessor(newest, instrument);
      if (breaks.length > 0) throw anotherInstrument(breaks);
    }
    const now = this.clock.now();
    if (await insertInstrument(tx, instrument, now)) {
      if (resource) await insertResource(tx, instrument, resource);
      // Nobody has to know how to score what has no scales.
      if (instrument.scales.length > 0) append(tx, publishedEvent(instrument, now));
      return { ...instrument, publishedAt: now.toISOString(), keyRevision: 0 };
    }
    return this.sameAsBefore(tx, instrument);
  }

  private async sameAsBefore(tx: Transaction, instrument: Instrument): Promise<PublishedInstrument> {
    const standing = await findInstrument(tx, instrument);
    if (standing) {
      const { publishedAt: _, keyRevision, ...content } = standing;
      const same = (of: (each: Instrument) => unknown) =>
        isDeepStrictEqual(of(content), JSON.parse(JSON.stringify(of(instrument))));
      // Whoever has corrected the key knows better than what is published here once more.
      if (same(keyRevision > 0 ? wordingOf : (each) => each)) return standing;
    }
    throw conflict('instrument-version-exists', 'A version never changes: publish this as a new version.');
  }
}
