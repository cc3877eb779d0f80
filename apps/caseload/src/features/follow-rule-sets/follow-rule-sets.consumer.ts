import { ruleSetActivated, ruleSetPublished, type DataOf } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import { saveActivation, saveAllianceScales } from '../../store/alliance-scale.store.ts';

/** Keeps which scales stand for the alliance: those that the rules in force watch for it. The sweep does the rest. */
@Controller()
export class FollowRuleSetsConsumer {
  @OnEvent(ruleSetPublished)
  published(
    @EventData() ruleSet: DataOf<typeof ruleSetPublished>,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    const watched = ruleSet.rules.filter(({ concern }) => concern === 'alliance');
    const scales = watched.map(({ instrument, scale }) => ({ instrument, scale }));
    return saveAllianceScales(tx, ruleSet, scales);
  }

  @OnEvent(ruleSetActivated)
  activated(
    @EventData() activation: DataOf<typeof ruleSetActivated>,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    return saveActivation(tx, activation);
  }
}
