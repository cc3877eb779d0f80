import { append } from '@attune/messaging';
import {
  audit,
  type AuditEntry,
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
import { type CareRelationship, end, handOver, roleFor } from '../../domain/care-relationship.ts';
import {
  type CareFilter,
  type CarePlace,
  insertCareRelationships,
  isInForce,
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
  toView,
  type carePageSchema,
  type careRelationshipSchema,
  type handedOverSchema,
  type handOverSchema,
  type newCareRelationshipSchema,
} from './care-relationship.schema.ts';

type View = z.infer<typeof careRelationshipSchema>;
type NamedView = z.infer<typeof carePageSchema>['items'][number];
type Refusal = Extract<ReturnType<typeof handOver>, string>;

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
          await this.begin(tx, relationship, at);
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
      const ended = possible(end(await this.locked(tx, id), at));
      await this.finish(tx, ended);
      this.note(tx, by, 'end-care', ended, this.clock.now());
      return toView(ended);
    });
  }

  /** One ends and the other begins in the same transaction: nobody is without a therapist in between. */
  async handOver(
    by: Person,
    id: string,
    { staffId, at }: z.infer<typeof handOverSchema>,
    key: string | null,
  ): Promise<z.infer<typeof handedOverSchema>> {
    const now = this.clock.now();
    try {
      return await this.database.asPerson(by, (tx) =>
        onceFor(tx, { caller: by.id, key, request: ['hand-over', id, staffId, at], at: now }, async () => {
          const given = await this.locked(tx, id);
          const { ended, started } = possible(handOver(given, { staffId, at: new Date(at), id: newId() }));
          await this.finish(tx, ended);
          await this.begin(tx, started, now);
          this.note(tx, by, 'hand-over-care', started, now);
          return { ended: toView(ended), started: toView(started) };
        }),
      );
    } catch (error) {
      throw constraintProblem(error);
    }
  }

  list(by: Person, filter: CareFilter, after: CarePlace | null, limit: number): Promise<NamedView[]> {
    return this.database.asPerson(by, async (tx) => {
      const found = await listCareRelationships(tx, filter, after, limit);
      const { clientId } = filter;
      if (clientId !== undefined && found.length === 0 && !(await findPerson(tx, clientId)))
        throw notFound('client');
      const clientIds = clientId === undefined ? clientsOf(found) : [clientId];
      if (clientIds.length > 0)
        audit(tx, { person: by, action: 'list-care', clientIds, at: this.clock.now() });
      return found.map(({ clientName, staffName, ...one }) => ({ ...toView(one), clientName, staffName }));
    });
  }

  private async locked(tx: Transaction, id: string): Promise<CareRelationship> {
    const relationship = await lockCareRelationship(tx, id);
    if (!relationship) throw notFound('care relationship');
    return relationship;
  }

  private async begin(tx: Transaction, relationship: CareRelationship, at: Date): Promise<void> {
    await requirePeople(tx, relationship);
    if (await isInForce(tx, relationship))
      throw conflict('care-overlaps', 'This person has the client in this way in some of that time already.');
    const added = await insertCareRelationships(tx, [relationship]);
    if (added.size === 0)
      throw conflict('care-relationship-known', 'This careRelationshipId is taken already.');
    append(tx, careRelationshipEvent('started', relationship, at));
    await standIn(tx, [relationship], at);
  }

  private async finish(tx: Transaction, ended: CareRelationship): Promise<void> {
    await setEnd(tx, ended);
    append(tx, careRelationshipEvent('ended', ended, this.clock.now()));
    await endCoverOf(tx, ended, this.clock.now());
  }

  private note(
    tx: Transaction,
    person: Person,
    action: AuditEntry['action'],
    of: CareRelationship,
    at: Date,
  ): void {
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

const clientsOf = (found: readonly CareRelationship[]) => [...new Set(found.map(({ clientId }) => clientId))];

/** What the domain allows, or the problem that its refusal is. */
function possible<Decided extends object>(decided: Decided | Refusal): Decided {
  switch (decided) {
    case 'to-the-same':
      throw invalid([{ pointer: '/staffId', detail: 'It is this person’s already: name somebody else.' }]);
    case 'ends-before-it-begins':
      throw invalid([{ pointer: '/at', detail: 'A care relationship ends after it begins.' }]);
    case 'ended-before':
      throw conflict('ended-before', 'It ends earlier than that already.');
    default:
      return decided;
  }
}
