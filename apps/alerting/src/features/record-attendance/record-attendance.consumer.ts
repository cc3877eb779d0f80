import {
  requestExpired,
  responseSubmitted,
  sessionCompleted,
  sessionMissed,
  sessionMissedUndone,
} from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import type { Transaction } from '@attune/platform';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { forgetAttendance, saveAttendance } from '../../store/attendance.store.ts';
import { RecordAttendance } from './record-attendance.handler.ts';

type Expired = z.infer<typeof requestExpired.schema>;
type Submitted = z.infer<typeof responseSubmitted.schema>;
type Session = z.infer<typeof sessionMissed.schema>;
type Completed = z.infer<typeof sessionCompleted.schema>;
type Undone = z.infer<typeof sessionMissedUndone.schema>;

/** Notes who answers and comes, and who does not. The order of arrival is of no matter: the times decide. */
@Controller()
export class RecordAttendanceConsumer {
  constructor(private readonly recordAttendance: RecordAttendance) {}

  @OnEvent(requestExpired)
  expired(
    @EventData() { clientId, requestId: subjectId, issuedAt, reached }: Expired,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    // Who could not know of the question has not left it unanswered. Before that was told, all counted.
    if (reached === false) return Promise.resolve();
    return this.recordAttendance.changed(tx, clientId, () => {
      saveAttendance(tx, clientId, { kind: 'silence', subjectId, at: new Date(issuedAt), absent: true });
    });
  }

  @OnEvent(responseSubmitted)
  answered(
    @EventData() { clientId, requestId, responseId, answeredAt }: Submitted,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    const record = { kind: 'silence', subjectId: requestId ?? responseId, absent: false } as const;
    return this.recordAttendance.changed(tx, clientId, () => {
      saveAttendance(tx, clientId, { ...record, at: new Date(answeredAt) });
    });
  }

  @OnEvent(sessionMissed)
  missed(@EventData() session: Session, @EventContext() { tx }: EventContextData): Promise<void> {
    return this.note(tx, session, true);
  }

  @OnEvent(sessionCompleted)
  came(@EventData() session: Completed, @EventContext() { tx }: EventContextData): Promise<void> {
    return this.note(tx, session, false);
  }

  @OnEvent(sessionMissedUndone)
  undone(
    @EventData() { clientId, sessionId }: Undone,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    return this.recordAttendance.changed(tx, clientId, () => {
      forgetAttendance(tx, clientId, sessionId);
    });
  }

  private note(
    tx: Transaction,
    { clientId, sessionId: subjectId, startsAt }: Session | Completed,
    absent: boolean,
  ): Promise<void> {
    return this.recordAttendance.changed(tx, clientId, () => {
      saveAttendance(tx, clientId, { kind: 'missed-sessions', subjectId, at: new Date(startsAt), absent });
    });
  }
}
