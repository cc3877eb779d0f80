import {
  ExpressionRefused,
  ExpressionTooSlow,
  rangeOfExpression,
  strangersOf,
} from '@attune/clinical/expression';
import { audit, Clock, Database, invalid, onceFor, Problem, type Person } from '@attune/platform';
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
    const read = readQuestionnaire(resource, wishes);
    if (read.reasons) throw notSupported(read.reasons);
    const instrument = await withRanges(read.instrument, read.computed);
    const at = this.clock.now();
    const request = ['import-questionnaire', resource, wishes];
    return this.database.asPerson(person, (tx) =>
      onceFor(tx, { caller: person.id, key, request, at }, async () => {
        const published = await this.publishInstrument.publish(tx, instrument, resource);
        const subject = `${instrument.url}|${instrument.version}`;
        audit(tx, { person, action: 'import-questionnaire', clientIds: [], subject, at });
        return { instrument: published, notes: read.notes };
      }),
    );
  }
}

/** Tries each expression: one that cannot be computed is found out now, and not when a client has answered. */
async function withRanges(
  instrument: Instrument,
  computed: readonly { readonly code: string; readonly pointer: string }[],
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
      ranges.set(code, await rangeOfExpression(key, computedScale));
      for (const linkId of await strangersOf(everything, computedScale)) {
        const detail = `The expression counts item ${linkId} too, and does not name it: name every item by its linkId, or none.`;
        reasons.push({ pointer, detail });
      }
    } catch (error) {
      reasons.push({ pointer, detail: reasonOf(error) });
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
  if (error instanceof ExpressionTooSlow) return 'The expression takes too long or too much memory.';
  throw error;
}
