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
import { type CareRelationship, end, roleFor } from '../../domain/care-relationship.ts';
import {
  insertCareRelationships,
  listCareRelationships,
  lockCareRelationship,
  setEnd,
} from '../../store/care-relationship.store.ts';
import { findPerson } from '../../store/person.store.ts';
import { constraintProblem } from '../constraint-problem.ts';
import { careRelationshipEvent } from '../scheduling-events.ts';
import { endCoverOf, standIn } from '../stand-in.ts';
import {
  toCareRelationship,
  type careRelationshipSchema,
  type newCareRelationshipSchema,
} from './care-relationship.schema.ts';

type View = z.infer<typeof careRelationshipSchema>;

@Injectable()
export class AssignCare {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async start(
    by: Person,
    given: z.infer<typeof newCareRelationshipSchema>,
    key: string | null,
  ): Promise<View> {
    const at = this.clock.now();
    try {
      return await this.database.asPerson(by, (tx) =>
        onceFor(tx, { caller: by.id, key, request: ['start-care', given], at }, async () => {
          const relationship = toCareRelationship({
            ...given,
            careRelationshipId: given.careRelationshipId ?? newId(),
          });
          await requirePeople(tx, relationship);
          const added = await insertCareRelationships(tx, [relationship]);
          if (added.size === 0)
            throw conflict('care-relationship-known', 'This careRelationshipId is taken already.');
          append(tx, careRelationshipEvent('started', relationship, at));
          await standIn(tx, [relationship], at);
          this.note(tx, by, 'start-care', relationship, at);
          return toView(relationship);
        }),
      );
    } catch (error) {
      throw constraintProblem(error);
    }
  }

  end(by: Person, id: string, at: Date): Promise<View> {
    return this.database.asPerson(by, async (tx) => {
      const relationship = await lockCareRelationship(tx, id);
      if (!relationship) throw notFound('care relationship');
      const ended = end(relationship, at);
      if (ended === 'ends-before-it-begins') {
        throw invalid([{ pointer: '/at', detail: 'A care relationship ends after it begins.' }]);
      }
      if (ended === 'ended-before') throw conflict('ended-before', 'It ends earlier than that already.');
      await setEnd(tx, ended);
      append(tx, careRelationshipEvent('ended', ended, this.clock.now()));
      await endCoverOf(tx, ended, this.clock.now());
      this.note(tx, by, 'end-care', ended, this.clock.now());
      return toView(ended);
    });
  }

  list(by: Person, clientId: string): Promise<View[]> {
    return this.database.asPerson(by, async (tx) => {
      const found = await listCareRelationships(tx, clientId);
      if (found.length === 0 && !(await findPerson(tx, clientId))) throw notFound('client');
      audit(tx, { person: by, action: 'list-care', clientIds: [clientId], at: this.clock.now() });
      return found.map(toView);
    });
  }

  private note(tx: Transaction, person: Person, action: string, of: CareRelationship, at: Date): void {
    audit(tx, { person, action, clientIds: [of.clientId], subject: of.careRelationshipId, at });
  }
}

async function requirePeople(tx: Transaction, { clientId, staffId, kind }: CareRelationship): Promise<void> {
  const [client, staff] = [await findPerson(tx, clientId), await findPerson(tx, staffId)];
  const errors = [
    client?.kind === 'client'
      ? []
      : { pointer: '/clientId', detail: 'No client is registered under this id.' },
    staff?.roles.includes(roleFor[kind]) === true
      ? []
      : { pointer: '/staffId', detail: `Nobody with the role ${roleFor[kind]} is registered under this id.` },
  ].flat();
  if (errors.length > 0) throw invalid(errors);
}

const toView = ({ from, to, ...rest }: CareRelationship): View => ({
  ...rest,
  from: from.toISOString(),
  to: to?.toISOString() ?? null,
});
