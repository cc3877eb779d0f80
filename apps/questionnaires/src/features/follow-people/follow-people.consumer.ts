import { personChanged, personErased, personRegistered } from '@attune/contracts';
import { append, EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Clock } from '@attune/platform';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { saveTeam } from '../../store/client-circumstances.store.ts';
import { forgetClient, saveClient } from '../../store/client.store.ts';
import { lookAgain } from '../../store/planned-request.store.ts';
import { lockOpenRequestsOf, revokeRequest } from '../../store/request.store.ts';
import { revokedEvent } from '../request-events.ts';

type KnownPerson = z.infer<typeof personRegistered.schema>;
type ErasedPerson = z.infer<typeof personErased.schema>;

/** Keeps which clients there are and in which language to ask them, and the teams of staff; nothing else of a person. */
@Controller()
export class FollowPeopleConsumer {
  constructor(private readonly clock: Clock) {}

  @OnEvent(personRegistered, personChanged)
  async known(
    @EventData() { kind, personId, language, team }: KnownPerson,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    if (kind === 'staff') return saveTeam(tx, personId, team ?? null);
    await saveClient(tx, personId, language);
    lookAgain(tx, personId);
  }

  /** Nobody is asked any more, and links that wait open nothing; what was answered stays under the id. */
  @OnEvent(personErased)
  async erased(
    @EventData() { kind, personId }: ErasedPerson,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    if (kind === 'staff') return saveTeam(tx, personId, null);
    const at = this.clock.now();
    // First: whoever asks the client at this moment is done after it, and their request is taken back as well.
    await forgetClient(tx, personId);
    for (const request of await lockOpenRequestsOf(tx, personId, at)) {
      await revokeRequest(tx, request.requestId, at);
      append(tx, revokedEvent(request, at));
    }
  }
}
