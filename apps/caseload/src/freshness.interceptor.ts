import type { EventRpcContext } from '@attune/messaging';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Freshness } from './freshness.ts';

/** Around every event that is taken in, whatever it is about: no consumer can forget to say how far it has come. */
@Injectable()
export class FreshnessInterceptor implements NestInterceptor {
  constructor(private readonly freshness: Freshness) {}

  intercept(context: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
    if (context.getType() === 'rpc') {
      const { tx, event } = context.switchToRpc().getContext<EventRpcContext>().data;
      tx.afterCommit(() => {
        this.freshness.saw(event.time);
      });
    }
    return next.handle();
  }
}
