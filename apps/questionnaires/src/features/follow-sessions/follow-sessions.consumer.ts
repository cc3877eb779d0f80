import { sessionCancelled, sessionCompleted, sessionMissed } from '@attune/contracts';
import { append, EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { audit, Clock } from '@attune/platform';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { dueRequests } from '../../domain/cadence/due-requests.ts';
import { countCompleted, insertCompleted } from '../../store/completed-session.store.ts';
import { forgetPlannedAbout, insertPlanned } from '../../store/planned-request.store.ts';
import { policiesFor } from '../../store/policy.store.ts';
import { revokeAboutSession } from '../../store/sweep-request.store.ts';
import { revokedEvent } from '../request-events.ts';
import { IssueDue } from '../sweep-requests/issue-due.handler.ts';

type Completed = z.infer<typeof sessionCompleted.schema>;
type NotHeld = z.infer<typeof sessionCancelled.schema> | z.infer<typeof sessionMissed.schema>;

/** A session that took place makes requests due; one that did not is not asked about. */
@Controller()
export class FollowSessionsConsumer {
  constructor(
    private readonly clock: Clock,
    private readonly issueDue: IssueDue,
  ) {}

  @OnEvent(sessionCompleted)
  async completed(@EventData() session: Completed, @EventContext() { tx }: EventContextData): Promise<void> {
    const { clientId, sessionId, type = 'individual' } = session;
    const held = { sessionId, type, completedAt: new Date(session.completedAt) };
    insertCompleted(tx, clientId, held);
    // Taken over from before: it counts, and nobody is asked about it.
    if (session.imported === true) return;
    const now = this.clock.now();
    const policies = await policiesFor(tx, [clientId]);
    const numbers = await countCompleted(tx, clientId, held);
    const happening = { kind: 'session-completed', session: { ...held, ...numbers } } as const;
    const planned = dueRequests(policies, { clientId, care: [] }, happening, now);
    await insertPlanned(tx, planned);
    if (planned.some(({ dueAt }) => dueAt <= now)) await this.issueDue.forClient(tx, clientId, now);
  }

  @OnEvent(sessionCancelled, sessionMissed)
  async notHeld(
    @EventData() { sessionId }: NotHeld,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    const now = this.clock.now();
    await forgetPlannedAbout(tx, sessionId);
    const revoked = await revokeAboutSession(tx, sessionId, now);
    append(tx, ...revoked.map((request) => revokedEvent(request, now)));
    for (const { clientId, requestId: subject } of revoked) {
      audit(tx, { person: null, action: 'revoke-request', clientIds: [clientId], subject, at: now });
    }
  }
}
