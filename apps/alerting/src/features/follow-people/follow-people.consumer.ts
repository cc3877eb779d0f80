import { personChanged, personErased, personRegistered } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Clock, type Transaction } from '@attune/platform';
import { Controller } from '@nestjs/common';
import { clientsWithSafetyAt, setRouteChangesAt } from '../../store/alert.store.ts';
import { lockClient } from '../../store/client-state.store.ts';
import { eraseNotes } from '../../store/note.store.ts';
import { clinicLeads, forgetPerson, savePerson, type KnownPerson } from '../../store/person.store.ts';

/** Keeps names, for showing, and roles, for knowing who may be handed an alert and who leads the clinic. */
@Controller()
export class FollowPeopleConsumer {
  constructor(private readonly clock: Clock) {}

  @OnEvent(personRegistered, personChanged)
  known(@EventData() person: KnownPerson, @EventContext() { tx }: EventContextData): Promise<void> {
    return this.change(tx, person.personId, () => savePerson(tx, person));
  }

  @OnEvent(personErased)
  erased(
    @EventData() { personId }: Pick<KnownPerson, 'personId'>,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    eraseNotes(tx, personId);
    return this.change(tx, personId, () => forgetPerson(tx, personId));
  }

  /**
   * Safety alerts that wait for a lead, or have one who is none any more, find their way again. Of that it is only noted
   * that it is due: they are other keys' rows, and two people who share a transaction would each tell of the same alert.
   */
  private async change(tx: Transaction, personId: string, work: () => Promise<void>): Promise<void> {
    const before = await clinicLeads(tx);
    await work();
    const after = await clinicLeads(tx);
    if (before.includes(personId) === after.includes(personId)) return;
    for (const clientId of await clientsWithSafetyAt(tx, personId)) {
      // Whoever is routing the client at this moment does not know of the change, and is done before it is noted.
      lockClient(tx, clientId);
      await setRouteChangesAt(tx, clientId, this.clock.now());
    }
  }
}
