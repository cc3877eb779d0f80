import {
  ExpressionRefused,
  ExpressionTooSlow,
  rangeOfExpression,
  strangersOf,
  TimeBudget,
} from '@attune/clinical/expression';
import {
  audit,
  Clock,
  Database,
  invalid,
  onceFor,
  Problem,
  type Person,
  type Transaction,
} from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { checkInstrument } from '../../domain/check-instrument.ts';
import { readQuestionnaire, type Wishes } from '../../domain/fhir/read-questionnaire.ts';
import type { Instrument, Item, PublishedInstrument } from '../../domain/instrument.ts';
import type { Mismatch } from '../../domain/mismatch.ts';
import { scoringKey } from '../../domain/scoring-key.ts';
import { PublishInstrument } from '../publish-instrument/publish-instrument.handler.ts';

export interface ImportedQuestionnaire {
  readonly instrument: PublishedInstrument;
  readonly notes: readonly Mismatch[];
}

/** One that can be published as it is. */
export interface PreparedQuestionnaire {
  readonly resource: object;
  readonly instrument: Instrument;
  readonly notes: readonly Mismatch[];
}

export const notSupported = (errors: readonly Mismatch[]) =>
  new Problem(
    400,
    'questionnaire-not-supported',
    'Nothing of this questionnaire was taken in: errors says why.',
    { errors },
  );

@Injectable()
export class ImportQuestionnaire {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly publishInstrument: PublishInstrument,
  ) {}

  /** Publishes a FHIR Questionnaire as an instrument, whole or not at all. */
  async import(
    person: Person,
    resource: object,
    wishes: Wishes,
    key: string | null,
  ): Promise<ImportedQuestionnaire> {
    const prepared = await this.prepare(resource, wishes);
    const at = this.clock.now();
    const request = ['import-questionnaire', resource, wishes];
    return this.database.asPerson(person, (tx) =>
      onceFor(tx, { caller: person.id, key, request, at }, () => this.publish(tx, person, prepared)),
    );
  }

  /** Reads it and tries its expressions, which takes its time: before anything is written. */
  async prepare(
    resource: object,
    wishes: Wishes = {},
    budget = new TimeBudget(tryingMs),
  ): Promise<PreparedQuestionnaire> {
    const read = readQuestionnaire(resource, wishes);
    if (read.reasons) throw notSupported(read.reasons);
    const instrument = await withRanges(read.instrument, read.computed, budget);
    return { resource, instrument, notes: read.notes };
  }

  async publish(
    tx: Transaction,
    person: Person,
    { resource, instrument, notes }: PreparedQuestionnaire,
  ): Promise<ImportedQuestionnaire> {
    const published = await this.publishInstrument.publish(tx, instrument, resource);
    const subject = `${instrument.url}|${instrument.version}`;
    const at = this.clock.now();
    audit(tx, { person, action: 'import-questionnaire', clientIds: [], subject, at });
    return { instrument: published, notes };
  }
}

/** What the expressions of one questionnaire may take together while they are tried: somebody waits for the answer. */
const tryingMs = 5_000;

/** Tries each expression: one that cannot be computed is found out now, and not when a client has answered. */
async function withRanges(
  instrument: Instrument,
  computed: readonly { readonly code: string; readonly pointer: string }[],
  budget: TimeBudget,
): Promise<Instrument> {
  const key = scoringKey(instrument);
  const everything = scoringKey({ ...instrument, items: instrument.items.filter(hasNumbers).map(asCounted) });
  const ranges = new Map<string, { min: number; max: number }>();
  const reasons: Mismatch[] = [];
  for (const { code, pointer } of computed) {
    const scale = key.scales.find((each) => each.code === code);
    if (!scale?.expression) continue;
    try {
      const computedScale = { ...scale, expression: scale.expression };
      ranges.set(code, await rangeOfExpression(key, computedScale, budget));
      for (const linkId of await strangersOf(everything, computedScale, budget)) {
        const detail = `The expression counts item ${linkId} too, and does not name it: name every item by its linkId, or none.`;
        reasons.push({ pointer, detail });
      }
    } catch (error) {
      reasons.push({ pointer, detail: reasonOf(error) });
      // The next one would only be waited for as well.
      if (error instanceof ExpressionTooSlow) break;
    }
  }
  if (reasons.length > 0) throw notSupported(reasons);
  const scales = instrument.scales.map((scale) => ({ ...scale, ...ranges.get(scale.code) }));
  const ranged = { ...instrument, scales };
  const unsound = checkInstrument(ranged);
  if (unsound.length > 0) throw invalid(unsound, 'instrument-unsound');
  return ranged;
}

const hasNumbers = ({ kind, options, range }: Item) =>
  (kind === undefined || kind === 'number') && (range !== undefined || options.length > 0);
const asCounted = ({ counts: _, ...item }: Item): Item => item;

/** @throws whatever is not the expression's fault */
function reasonOf(error: unknown): string {
  if (error instanceof ExpressionRefused) return error.message;
  if (error instanceof ExpressionTooSlow)
    return 'This expression, or all up to it together, take too long or too much memory.';
  throw error;
}
