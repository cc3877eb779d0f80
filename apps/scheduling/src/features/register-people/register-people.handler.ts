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
  requireVersion,
} from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { RegisteredPerson } from '../../domain/person.ts';
import {
  findPerson,
  insertPeople,
  listPeople,
  lockPerson,
  type PersonFilter,
  type PersonPlace,
  type StoredPerson,
  updatePerson,
} from '../../store/person.store.ts';
import { personEvent } from '../scheduling-events.ts';

type NewPerson = Omit<RegisteredPerson, 'personId'> & { readonly personId?: string | undefined };
type Changes = {
  readonly [Field in keyof Omit<RegisteredPerson, 'personId' | 'kind'>]?: RegisteredPerson[Field] | undefined;
};

@Injectable()
export class RegisterPeople {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  register(by: Person, given: NewPerson, key: string | null): Promise<StoredPerson> {
    const at = this.clock.now();
    return this.database.asPerson(by, async (tx) => {
      // What is kept for a retry is the id alone: a person may be erased.
      const personId = await onceFor(
        tx,
        { caller: by.id, key, request: ['register-person', given], at },
        async () => {
          const person: RegisteredPerson = { ...given, personId: given.personId ?? newId() };
          const added = await insertPeople(tx, [person]);
          if (added.size === 0)
            throw conflict('person-known', 'Somebody is registered under this personId already.');
          append(tx, personEvent('registered', person, at));
          audit(tx, {
            person: by,
            action: 'register-person',
            clientIds: clients(person),
            subject: person.personId,
            at,
          });
          return person.personId;
        },
      );
      const registered = await findPerson(tx, personId);
      if (!registered) throw notFound('person');
      return registered;
    });
  }

  list(by: Person, filter: PersonFilter, after: PersonPlace | null, limit: number): Promise<StoredPerson[]> {
    return this.database.asPerson(by, async (tx) => {
      const found = await listPeople(tx, filter, after, limit);
      const clientIds = found.flatMap(clients);
      if (clientIds.length > 0)
        audit(tx, { person: by, action: 'list-people', clientIds, at: this.clock.now() });
      return found;
    });
  }

  view(by: Person, personId: string): Promise<StoredPerson> {
    return this.database.asPerson(by, async (tx) => {
      const found = await findPerson(tx, personId);
      if (!found) throw notFound('person');
      const at = this.clock.now();
      audit(tx, {
        person: by,
        action: 'view-person',
        clientIds: clients(found),
        subject: personId,
        at,
      });
      return found;
    });
  }

  change(by: Person, personId: string, changes: Changes, seen: number | null): Promise<StoredPerson> {
    const at = this.clock.now();
    return this.database.asPerson(by, async (tx) => {
      const before = await lockPerson(tx, personId);
      if (!before) throw notFound('person');
      requireVersion(seen, before.version);
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const after: StoredPerson = { ...before, ...given, version: before.version + 1 };
      if (after.kind === 'client' && after.roles.length > 0) {
        throw invalid([{ pointer: '/roles', detail: 'A client has no roles.' }]);
      }
      if (after.kind === 'client' && after.team !== null) {
        throw invalid([{ pointer: '/team', detail: 'A client is in no team.' }]);
      }
      await updatePerson(tx, after);
      append(tx, personEvent('changed', after, at));
      audit(tx, {
        person: by,
        action: 'change-person',
        clientIds: clients(after),
        subject: personId,
        at,
      });
      return after;
    });
  }
}

const clients = ({ kind, personId }: RegisteredPerson) => (kind === 'client' ? [personId] : []);
