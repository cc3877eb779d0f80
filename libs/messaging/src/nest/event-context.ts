import type { Transaction } from '@attune/platform';
import { BaseRpcContext } from '@nestjs/microservices';

/** What a handler gets besides the data. */
export interface EventContextData {
  /** The transaction that has moved the inbox: whatever the handler does in it happens once. */
  readonly tx: Transaction;
  readonly event: {
    readonly id: string;
    readonly type: string;
    readonly topic: string;
    readonly key: string;
    readonly sequence: number;
    readonly time: Date;
    readonly subject: string;
    /** Real time at which the request that began the chain arrived; for latency only. */
    readonly originTime: Date;
  };
}

/** The same in the form that Nest hands through its pipes and interceptors. */
export class EventRpcContext extends BaseRpcContext<[EventContextData]> {
  get data(): EventContextData {
    return this.getArgByIndex(0);
  }
}
