import { personChanged, personErased, personRegistered } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { forgetClient, saveClient } from '../../store/client.store.ts';

type KnownPerson = z.infer<typeof personRegistered.schema>;
type ErasedPerson = z.infer<typeof personErased.schema>;

/** Keeps which clients there are and in which language to ask them; nothing else of a person is needed here. */
@Controller()
export class FollowPeopleConsumer {
  @OnEvent(personRegistered, personChanged)
  async known(
    @EventData() { kind, personId, language }: KnownPerson,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    if (kind === 'client') await saveClient(tx, personId, language);
  }

  /** Nobody is asked any more; what was answered stays under the id. */
  @OnEvent(personErased)
  erased(@EventData() { personId }: ErasedPerson, @EventContext() { tx }: EventContextData): Promise<void> {
    return forgetClient(tx, personId);
  }
}
