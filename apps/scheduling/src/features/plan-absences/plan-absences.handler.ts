import { append } from '@attune/messaging';
import {
  audit,
  Clock,
  conflict,
  Database,
  invalid,
  notFound,
  onceFor,
  type Person,
  type Transaction,
} from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { z } from 'zod';
import { endAbsence, standInFor, type Absence } from '../../domain/absence.ts';
import {
  insertAbsence,
  listAbsences,
  lockAbsence,
  meetsAbsences,
  setAbsenceEnd,
  type AbsenceFilter,
  type AbsencePlace,
} from '../../store/absence.store.ts';
import { insertCareRelationships } from '../../store/care-relationship.store.ts';
import { lockPerson } from '../../store/person.store.ts';
import { endStandIns, primariesOf } from '../../store/stand-in.store.ts';
import { constraintProblem } from '../constraint-problem.ts';
import { careRelationshipEvent } from '../scheduling-events.ts';
import { viewAbsence, type AbsenceView, type newAbsenceSchema } from './absence.schema.ts';

@Injectable()
export class PlanAbsences {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async plan(by: Person, given: z.infer<typeof newAbsenceSchema>, key: string | null): Promise<AbsenceView> {
    const at = this.clock.now();
    try {
      return await this.database.asPerson(by, (tx) =>
        onceFor(tx, { caller: by.id, key, request: ['plan-absence', given], at }, async () => {
          const { staffId, coverId } = given;
          const [from, to] = [new Date(given.from), new Date(given.to)];
          if (to <= at)
            throw invalid([{ pointer: '/to', detail: 'It is over already: name a time to come.' }]);
          const absence = { absenceId: newId(), staffId, coverId, from, to };
          await requireTherapists(tx, absence);
          await requireFree(tx, absence);
          await insertAbsence(tx, absence);
          await this.cover(tx, by, absence, at);
          return viewAbsence(absence);
        }),
      );
    } catch (error) {
      throw constraintProblem(error);
    }
  }

  /** @param until when it ends instead; null for from now on */
  end(by: Person, id: string, until: Date | null): Promise<AbsenceView> {
    const at = this.clock.now();
    return this.database.asPerson(by, async (tx) => {
      const absence = await lockAbsence(tx, id);
      if (!absence) throw notFound('absence');
      const ended = endAbsence(absence, until ?? at);
      if (ended === 'over-before') {
        throw conflict('absence-over', 'It ends earlier than that already, or was taken back.');
      }
      await setAbsenceEnd(tx, ended);
      const cover = await endStandIns(tx, { absenceId: id }, ended.to);
      append(tx, ...cover.map((each) => careRelationshipEvent('ended', each, at)));
      const clientIds = cover.map(({ clientId }) => clientId);
      audit(tx, { person: by, action: 'end-absence', clientIds, subject: id, at });
      return viewAbsence(ended);
    });
  }

  list(by: Person, filter: AbsenceFilter, after: AbsencePlace | null, limit: number): Promise<AbsenceView[]> {
    return this.database.asPerson(by, async (tx) => {
      return (await listAbsences(tx, filter, after, limit)).map(viewAbsence);
    });
  }

  private async cover(tx: Transaction, person: Person, absence: Absence, at: Date): Promise<void> {
    const primaries = await primariesOf(tx, absence.staffId, absence.from);
    const cover = primaries.flatMap((primary) => standInFor(primary, absence, newId()) ?? []);
    if (cover.length > 0) await insertCareRelationships(tx, cover);
    append(tx, ...cover.map((each) => careRelationshipEvent('started', each, at)));
    const clientIds = cover.map(({ clientId }) => clientId);
    audit(tx, { person, action: 'plan-absence', clientIds, subject: absence.absenceId, at });
  }
}

/** Holds both, always in the same order: nobody gives them a client or another absence meanwhile. */
async function requireTherapists(tx: Transaction, { staffId, coverId }: Absence): Promise<void> {
  const found = new Map<string, boolean>();
  for (const id of [staffId, coverId].sort()) {
    found.set(id, (await lockPerson(tx, id))?.roles.includes('therapist') === true);
  }
  const errors = (['staffId', 'coverId'] as const).flatMap((field) => {
    const known = found.get(field === 'staffId' ? staffId : coverId);
    const detail = 'No therapist is registered under this id.';
    return known === true ? [] : [{ pointer: `/${field}`, detail }];
  });
  if (errors.length > 0) throw invalid(errors);
}

async function requireFree(tx: Transaction, absence: Absence): Promise<void> {
  const { coverAway, covering } = await meetsAbsences(tx, absence);
  if (coverAway) {
    throw conflict('cover-absent', 'The cover is away for some of that time: name another colleague.');
  }
  if (covering) {
    throw conflict(
      'covers-then',
      'This person covers for somebody in that time: plan that absence anew with another cover first.',
    );
  }
}
