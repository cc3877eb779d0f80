import type { EventContract } from '@attune/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { EventContextData, EventRpcContext } from './event-context.ts';

type Taken = Pick<EventContract, 'type' | 'topic'>;

/**
 * Marks the handler of an event, or of several of one topic whose data are alike. It runs inside of the transaction
 * that remembers the event as taken in. Events of different keys of a topic may be taken side by side in one
 * transaction, so its handlers change rows of their own key only: locks do not part those who share a transaction.
 * @throws Error for events of different topics, among which there is no order
 */
export function OnEvent(event: Taken, ...more: readonly Taken[]): MethodDecorator {
  const { topic } = event;
  const stranger = more.find((other) => other.topic !== topic);
  if (stranger) throw new Error(`${stranger.type} and ${event.type} are of different topics`);
  return EventPattern(
    [event, ...more].map(({ type }) => type),
    { topic },
  );
}

/** The event's data, checked against its contract. */
export const EventData = (): ParameterDecorator => Payload();

/** The transaction and the envelope. */
export const EventContext = createParamDecorator(
  (_: unknown, context: ExecutionContext): EventContextData =>
    context.switchToRpc().getContext<EventRpcContext>().data,
);
