import { TimeBudget } from '@attune/clinical/expression';
import { Database, notPermitted, Problem, type Person, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { readBundle, type ReadEntry } from '../../domain/fhir/read-bundle.ts';
import { writeBundle, type EntryOutcome } from '../../domain/fhir/write-outcome.ts';
import { slugOf } from '../../domain/instrument.ts';
import type { Mismatch } from '../../domain/mismatch.ts';
import { ImportQuestionnaire } from '../fhir-questionnaire/import-questionnaire.handler.ts';
import { ImportResponse } from '../fhir-response/import-response.handler.ts';

const mostErrors = 100;
/** What the expressions of all its Questionnaires may take together while they are tried: well below a request's time. */
const tryingMs = 12_000;
const notTaken = (errors: readonly Mismatch[]) =>
  new Problem(400, 'bundle-not-taken', 'Nothing of this Bundle was taken in: errors says why.', {
    errors: errors.slice(0, mostErrors),
  });

/** Writes one entry, in whatever transaction it is given. */
type Step = (tx: Transaction) => Promise<EntryOutcome>;
type Tried<Done> = { readonly done: Done } | { readonly problem: Problem };

@Injectable()
export class ImportBundle {
  constructor(
    private readonly database: Database,
    private readonly importQuestionnaire: ImportQuestionnaire,
    private readonly importResponse: ImportResponse,
  ) {}

  /** As the worker, like every response that is imported. What it brings in knows itself: sending it again is safe. */
  async import(person: Person, bundle: Record<string, unknown>): Promise<Record<string, unknown>> {
    const read = readBundle(bundle);
    if ('faults' in read) throw notTaken(read.faults);
    const steps: Tried<Step>[] = [];
    const budget = new TimeBudget(tryingMs);
    for (const entry of read.entries) steps.push(await tried(() => this.prepare(person, entry, budget)));
    // A response may be one to a Questionnaire of the same Bundle, wherever that stands in it.
    const inOrder = [...read.entries.keys()].toSorted(
      (one, other) => rank(read.entries[one]) - rank(read.entries[other]),
    );
    if (read.type === 'transaction') {
      return writeBundle('transaction-response', await this.whole(steps, inOrder));
    }
    const outcomes: EntryOutcome[] = [];
    for (const index of inOrder) {
      const step = steps[index] as Tried<Step>;
      const ended =
        'problem' in step ? step : await tried(() => this.database.asWorker((tx) => step.done(tx)));
      outcomes[index] = 'problem' in ended ? failed(ended.problem) : ended.done;
    }
    return writeBundle('batch-response', outcomes);
  }

  /** @throws Problem with the faults of every entry, and nothing is kept */
  private whole(steps: readonly Tried<Step>[], inOrder: readonly number[]): Promise<EntryOutcome[]> {
    const forbidden = steps.find((step) => 'problem' in step && step.problem.status === 403);
    if (forbidden && 'problem' in forbidden) throw forbidden.problem;
    return this.database.asWorker(async (tx) => {
      const outcomes: EntryOutcome[] = [];
      const faults = new Map<number, readonly Mismatch[]>();
      for (const index of inOrder) {
        const step = steps[index] as Tried<Step>;
        const ended = 'problem' in step ? step : await tried(() => step.done(tx));
        if ('problem' in ended) faults.set(index, faultsOf(ended.problem, `/entry/${index}`));
        else outcomes[index] = ended.done;
      }
      if (faults.size > 0) throw notTaken([...steps.keys()].flatMap((index) => faults.get(index) ?? []));
      return outcomes;
    });
  }

  private async prepare(person: Person, entry: ReadEntry, budget: TimeBudget): Promise<Step> {
    if (entry.kind === null) throw new Problem(400, 'entry-not-supported', '', { errors: entry.faults });
    if (entry.kind === 'QuestionnaireResponse') {
      return async (tx) => {
        const { responseId, status, alertedNobody } = await this.importResponse.importIn(
          tx,
          person,
          entry.resource,
        );
        const location = `QuestionnaireResponse/${responseId}`;
        return {
          ...taken,
          status: status === 'known' ? 200 : 201,
          location,
          issues: alertedNobody ? [unalerted] : [],
        };
      };
    }
    if (!person.roles.includes('admin')) throw notPermitted('Questionnaires are brought in by admin.');
    const prepared = await this.importQuestionnaire.prepare(entry.resource, {}, budget);
    return async (tx) => {
      const { instrument, notes } = await this.importQuestionnaire.publish(tx, person, prepared);
      const location = `Questionnaire/${slugOf(instrument.url)}?version=${encodeURIComponent(instrument.version)}`;
      return { ...taken, status: 201, location, issues: notes };
    };
  }
}

const taken = { severity: 'information', code: 'informational', detail: '' } as const;
const unalerted = {
  pointer: '/item',
  detail: 'Something about harm was answered more than 14 days ago: no alert is raised for it.',
};
const rank = (entry: ReadEntry | undefined) => (entry?.kind === 'QuestionnaireResponse' ? 1 : 0);

async function tried<Done>(work: () => Promise<Done>): Promise<Tried<Done>> {
  try {
    return { done: await work() };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { problem };
  }
}

/** Pointers lead into the entry's resource, or into the entry where that itself is not taken. */
function faultsOf({ code, detail, extra }: Problem, entry: string): Mismatch[] {
  const at = code === 'entry-not-supported' ? entry : `${entry}/resource`;
  const errors = extra.errors ?? [{ pointer: '', detail }];
  return errors.map((error) => ({ pointer: `${at}${error.pointer}`, detail: error.detail }));
}

const codes: Readonly<Record<string, string>> = {
  'questionnaire-not-supported': 'not-supported',
  'entry-not-supported': 'not-supported',
  'not-permitted': 'forbidden',
};

const failed = ({ status, code, detail, extra }: Problem): EntryOutcome => ({
  ...{ status, severity: 'error', detail, issues: extra.errors ?? [] },
  code: codes[code] ?? (status === 409 ? 'conflict' : 'invalid'),
});
