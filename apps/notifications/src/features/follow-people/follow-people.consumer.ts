import { personChanged, personErased, personRegistered } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Clock } from '@attune/platform';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { renewedConsent } from '../../domain/choose-channel.ts';
import { nextDigest } from '../../domain/preference.ts';
import { releaseWaiting, waitingTo } from '../../store/message.store.ts';
import { findPreference, planDigest } from '../../store/preference.store.ts';
import { findRecipient, forgetRecipient, reopenWays, saveRecipient } from '../../store/recipient.store.ts';
import { SendMessages } from '../send-messages/send-messages.sweep.ts';
import { withhold } from '../withhold.ts';

type KnownPerson = z.infer<typeof personRegistered.schema>;
type ErasedPerson = z.infer<typeof personErased.schema>;

/** Who hears of alerts by mail. */
const hears = ['therapist', 'supervisor', 'clinic-lead'] as const;

/** Keeps how to reach people, and in which language and zone; nothing of it leaves this service but to its reader. */
@Controller()
export class FollowPeopleConsumer {
  constructor(
    private readonly clock: Clock,
    private readonly sendMessages: SendMessages,
  ) {}

  @OnEvent(personRegistered, personChanged)
  async known(@EventData() person: KnownPerson, @EventContext() { tx }: EventContextData): Promise<void> {
    const before = await findRecipient(tx, person.personId);
    saveRecipient(tx, person);
    reopenWays(tx, person.personId, before ? renewedConsent(before.consent, person.consent) : []);
    if ((await releaseWaiting(tx, person.personId, this.clock.now())) > 0) {
      tx.afterCommit(() => {
        this.sendMessages.hint();
      });
    }
    if (person.kind !== 'staff') return;
    const reads = hears.some((role) => person.roles.includes(role));
    const { value } = await findPreference(tx, person.personId);
    planDigest(tx, person.personId, reads ? nextDigest(value, person.zone, this.clock.now()) : null);
  }

  @OnEvent(personErased)
  async erased(
    @EventData() { personId }: ErasedPerson,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    forgetRecipient(tx, personId);
    for (const message of await waitingTo(tx, personId)) withhold(tx, message, 'erased', this.clock.now());
  }
}
