import { ruleSetActivated, ruleSetPublished, type DataOf } from '@attune/contracts';
import { EventContext, EventData, OnEvent, type EventContextData } from '@attune/messaging';
import { Controller } from '@nestjs/common';
import { activateRuleSet, saveRuleSet } from '../../store/rule-set.store.ts';

/** Keeps the rule sets, so that one can be run on given numbers. */
@Controller()
export class FollowRuleSetsConsumer {
  @OnEvent(ruleSetPublished)
  published(
    @EventData() ruleSet: DataOf<typeof ruleSetPublished>,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    return saveRuleSet(tx, ruleSet);
  }

  @OnEvent(ruleSetActivated)
  activated(
    @EventData() { name, version, activatedAt }: DataOf<typeof ruleSetActivated>,
    @EventContext() { tx }: EventContextData,
  ): Promise<void> {
    return activateRuleSet(tx, name, version, activatedAt);
  }
}
