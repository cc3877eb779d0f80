import { personChanged, personErased, personRegistered } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import { forgetBoard } from '../../store/board.store.ts';
import { forgetClientName, saveClientName } from '../../store/client-name.store.ts';
import { forgetStaff, saveStaff } from '../../store/staff.store.ts';

interface KnownPerson {
  readonly personId: string;
  readonly kind: 'client' | 'staff';
  readonly name: string;
}

@Controller()
export class FollowPeopleConsumer {
  @OnEvent(personRegistered, personChanged)
  known(
    @EventData() { personId, kind, name }: KnownPerson,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    return kind === 'client' ? saveClientName(tx, personId, name) : saveStaff(tx, personId, name);
  }

  @OnEvent(personErased)
  async erased(
    @EventData() { personId, kind }: Pick<KnownPerson, 'personId' | 'kind'>,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    if (kind === 'client') return forgetClientName(tx, personId);
    await forgetStaff(tx, personId);
    await forgetBoard(tx, personId);
  }
}
