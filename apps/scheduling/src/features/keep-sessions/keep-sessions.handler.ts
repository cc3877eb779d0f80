import { append } from '@attune/messaging';
import {
  audit,
  Clock,
  conflict,
  Database,
  invalid,
  notFound,
  notPermitted,
  onceFor,
  type Person,
  requireClient,
  requireVersion,
} from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { z } from 'zod';
import { perform, type SessionAction } from '../../domain/session.ts';
import { findPerson } from '../../store/person.store.ts';
import {
  findSession,
  insertSessions,
  listSessions,
  lockSession,
  type SessionFilter,
  type SessionPlace,
  setStatus,
} from '../../store/session.store.ts';
import { constraintProblem } from '../constraint-problem.ts';
import { bookedEvent, sessionEvent } from '../scheduling-events.ts';
import { type newSessionSchema, type SessionView, toSession, toSessionView } from './session.schema.ts';

const refusals = {
  'not-from-here': () =>
    conflict('not-from-here', 'The session is not in a state that allows this: read it again.'),
  'not-begun': () => conflict('not-begun', 'The session has not begun yet: cancel it instead.'),
};

@Injectable()
export class KeepSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async book(by: Person, given: z.infer<typeof newSessionSchema>, key: string | null): Promise<SessionView> {
    const at = this.clock.now();
    if (!by.roles.includes('operations') && given.therapistId !== by.id) {
      throw notPermitted('A therapist books sessions of their own. Operations book for others.');
    }
    try {
      return await this.database.asPerson(by, (tx) =>
        onceFor(tx, { caller: by.id, key, request: ['book-session', given], at }, async () => {
          const session = toSession({ ...given, sessionId: given.sessionId ?? newId(), status: 'booked' });
          const [client, therapist] = [
            await findPerson(tx, given.clientId),
            await findPerson(tx, given.therapistId),
          ];
          if (client?.kind !== 'client') throw notFound('client');
          if (therapist?.roles.includes('therapist') !== true) {
            throw invalid([{ pointer: '/therapistId', detail: 'No therapist is registered under this id.' }]);
          }
          const added = await insertSessions(tx, [session]);
          if (added.size === 0) throw conflict('session-known', 'This sessionId is taken already.');
          append(tx, bookedEvent(session, at));
          const { clientId, sessionId: subject } = session;
          audit(tx, { person: by, action: 'book-session', clientIds: [clientId], subject, at });
          return toSessionView(session);
        }),
      );
    } catch (error) {
      throw constraintProblem(error);
    }
  }

  perform(by: Person, id: string, action: SessionAction, seen: number | null): Promise<SessionView> {
    const at = this.clock.now();
    return this.database.asPerson(by, async (tx) => {
      const before = await lockSession(tx, id);
      if (!before) throw notFound('session');
      requireVersion(seen, before.version);
      const after = perform(before, action, at);
      if (typeof after === 'string') throw refusals[after]();
      await setStatus(tx, after);
      append(tx, sessionEvent(action, after, at));
      audit(tx, {
        person: by,
        action: `${action}-session`,
        clientIds: [after.clientId],
        subject: id,
        at,
      });
      return toSessionView(after);
    });
  }

  view(by: Person, id: string): Promise<SessionView> {
    return this.database.asPerson(by, async (tx) => {
      const session = await findSession(tx, id);
      if (!session) throw notFound('session');
      const at = this.clock.now();
      audit(tx, { person: by, action: 'view-session', clientIds: [session.clientId], subject: id, at });
      return toSessionView(session);
    });
  }

  list(by: Person, filter: SessionFilter, after: SessionPlace | null, limit: number): Promise<SessionView[]> {
    return this.database.asPerson(by, async (tx) => {
      const found = await listSessions(tx, filter, after, limit);
      if (found.length === 0 && filter.clientId !== null) await requireClient(tx, filter.clientId);
      const clientIds = [...new Set(found.map(({ clientId }) => clientId))];
      if (clientIds.length > 0)
        audit(tx, { person: by, action: 'list-sessions', clientIds, at: this.clock.now() });
      return found.map(toSessionView);
    });
  }
}
