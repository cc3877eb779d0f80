import { personChanged, personErased, personRegistered } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import { forgetPerson, savePerson, type KnownPerson } from '../../store/person.store.ts';

/** Keeps names, for showing, and roles, for knowing who may be handed an alert. */
@Controller()
export class FollowPeopleConsumer {
  @OnEvent(personRegistered, personChanged)
  known(@EventData() person: KnownPerson, @EventContext() { tx }: EventContextData): Promise<void> {
    return savePerson(tx, person);
  }

  @OnEvent(personErased)
  erased(
    @EventData() { personId }: Pick<KnownPerson, 'personId'>,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    return forgetPerson(tx, personId);
  }
}
