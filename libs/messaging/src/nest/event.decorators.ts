import type { EventContract } from '@attune/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { EventContextData, EventRpcContext } from './event-context.ts';

/** Marks the handler of an event. It runs inside of the transaction that remembers the event as taken in. */
export const OnEvent = ({ type, topic }: Pick<EventContract, 'type' | 'topic'>): MethodDecorator =>
  EventPattern<string>(type, { topic });

/** The event's data, checked against its contract. */
export const EventData = (): ParameterDecorator => Payload();

/** The transaction and the envelope. */
export const EventContext = createParamDecorator(
  (_: unknown, context: ExecutionContext): EventContextData =>
    context.switchToRpc().getContext<EventRpcContext>().data,
);
