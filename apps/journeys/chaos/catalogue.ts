import type { Finding } from './check/finding.ts';
import type { Fault } from './fault.ts';
import { freezeBroker, killBroker, restartPostgres } from './faults/break-servers.ts';
import { dropMessage } from './faults/drop-message.ts';
import { duplicateDeliveries } from './faults/duplicate-deliveries.ts';
import { killMidPublish, killMidTransaction } from './faults/kill-mid-work.ts';
import { endServices, killServices } from './faults/kill-services.ts';
import { poison } from './faults/poison.ts';
import { rebalance } from './faults/rebalance.ts';

export const everyFault: readonly Fault[] = [
  killServices(),
  killMidPublish,
  killMidTransaction(),
  killBroker,
  endServices(),
  restartPostgres,
  freezeBroker,
  duplicateDeliveries(0.1),
  dropMessage,
  poison,
  rebalance,
];

export interface Mutation {
  readonly name: string;
  /** What makes the missing guarantee show; the same faults do no harm while it is there. */
  readonly fault: Fault;
  /** How it shows. Findings of other kinds may come along. */
  readonly as: Finding['kind'];
}

export const everyMutation: readonly Mutation[] = [
  { name: 'dedup-off', fault: duplicateDeliveries(1), as: 'doubled' },
  { name: 'offset-before-commit', fault: killMidTransaction([['scoring', 'inbox']]), as: 'lost' },
  { name: 'ordering-off', fault: freezeBroker, as: 'reordered' },
  {
    name: 'outbox-outside-transaction',
    fault: killMidTransaction([['questionnaires', 'outbox']]),
    as: 'lost',
  },
];
