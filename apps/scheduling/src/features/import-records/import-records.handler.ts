import type { EventToAppend } from '@attune/contracts';
import { append } from '@attune/messaging';
import {
  audit,
  Clock,
  Database,
  invalid,
  type Person,
  type Transaction,
  violatedConstraint,
} from '@attune/platform';
import { Injectable } from '@nestjs/common';
import type { Session, SessionAction } from '../../domain/session.ts';
import { insertCareRelationships } from '../../store/care-relationship.store.ts';
import { insertPeople } from '../../store/person.store.ts';
import { insertSessions } from '../../store/session.store.ts';
import { toCareRelationship } from '../assign-care/care-relationship.schema.ts';
import { constraintProblem } from '../constraint-problem.ts';
import { toSession } from '../keep-sessions/session.schema.ts';
import { bookedEvent, careRelationshipEvent, personEvent, sessionEvent } from '../scheduling-events.ts';
import { standIn } from '../stand-in.ts';
import type { Records } from './records.schema.ts';

/** How an imported session came to its status. */
const actionTo: Partial<Record<Session['status'], SessionAction>> = {
  completed: 'complete',
  cancelled: 'cancel',
  missed: 'miss',
};

@Injectable()
export class ImportRecords {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** All rows or none: what does not fit is named, and nothing has been taken in. */
  async take(by: Person, records: Records): Promise<{ added: number; known: number }> {
    try {
      return await this.database.asPerson(by, (tx) => this.takeIn(tx, by, records));
    } catch (error) {
      if (violatedConstraint(error)?.endsWith('_fkey') === true) {
        throw invalid([
          { pointer: '', detail: 'A row names a person who is not registered: import people first.' },
        ]);
      }
      throw constraintProblem(error);
    }
  }

  private async takeIn(tx: Transaction, by: Person, records: Records) {
    const at = this.clock.now();
    const relationships = records.careRelationships.map(toCareRelationship);
    const sessions = records.sessions.map(toSession);
    const people = await insertPeople(tx, records.people);
    const started = await insertCareRelationships(tx, relationships);
    const kept = await insertSessions(tx, sessions);
    const events = [
      ...records.people
        .filter(({ personId }) => people.has(personId))
        .map((person) => personEvent('registered', person, at)),
      ...relationships
        .filter(({ careRelationshipId }) => started.has(careRelationshipId))
        .map((relationship) => careRelationshipEvent('started', relationship, at)),
      ...sessions.filter(({ sessionId }) => kept.has(sessionId)).flatMap((session) => lifeOf(session, at)),
    ];
    append(tx, ...events);
    await standIn(
      tx,
      relationships.filter(({ careRelationshipId }) => started.has(careRelationshipId)),
      at,
    );
    const clientIds = [...new Set([...relationships, ...sessions].map(({ clientId }) => clientId))];
    audit(tx, { person: by, action: 'import-records', clientIds, at });
    const added = people.size + started.size + kept.size;
    return { added, known: records.people.length + relationships.length + sessions.length - added };
  }
}

/** Its booking and, where it is over, how it ended: at its end, or now for one that lies ahead. */
function lifeOf(session: Session, now: Date): EventToAppend[] {
  const action = actionTo[session.status];
  const over = session.endsAt < now ? session.endsAt : now;
  const origin = session.endsAt < now ? 'imported' : 'here';
  const booked = bookedEvent(session, session.startsAt < now ? session.startsAt : now, origin);
  return action === undefined ? [booked] : [booked, sessionEvent(action, session, over, origin)];
}
