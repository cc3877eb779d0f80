import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { EventRpcContext, type EventContextData } from './event-context.ts';

/**
 * Lets `@EventPattern` handlers be ordinary Nest code behind the inbox. Nest's own Kafka server commits past handlers
 * that fail; here the caller awaits the handler's end and gets its error.
 */
export class EventStrategy extends Server implements CustomTransportStrategy {
  private begin: (topics: readonly string[]) => void = () => undefined;

  /** @param begin is told the topics that have handlers, once they are all registered */
  onListen(begin: (topics: readonly string[]) => void): void {
    this.begin = begin;
  }

  listen(callback: () => void): void {
    this.begin(this.topics());
    // The broker may be away: the service takes work meanwhile.
    callback();
  }

  close(): void {}

  readonly find = (type: string) => {
    const handler = this.messageHandlers.get(type);
    if (!handler) return undefined;
    return async (data: unknown, context: EventContextData): Promise<void> => {
      const result = this.transformToObservable(await handler(data, new EventRpcContext([context])));
      await lastValueFrom(result, { defaultValue: undefined });
    };
  };

  private topics(): readonly string[] {
    const topics = new Set<string>();
    for (const [type, handler] of this.messageHandlers) {
      // Nest would run both and let one of them go on alone when the other fails.
      if (handler.next) throw new Error(`Two handlers take ${type}: one event, one handler in a service`);
      const { topic } = (handler.extras ?? {}) as { topic?: unknown };
      if (typeof topic !== 'string') throw new Error(`The handler of ${type} names no topic: use @OnEvent`);
      topics.add(topic);
    }
    return [...topics];
  }

  on(): never {
    throw new Error('The event strategy has no events of its own');
  }

  unwrap(): never {
    throw new Error('The event strategy gives no client away');
  }
}
