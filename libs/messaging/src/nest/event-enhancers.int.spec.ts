import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { scoreWithdrawn } from '@attune/contracts';
import { AccessTables1761000000000, DatabaseModule } from '@attune/platform';
import { startService, type StartedService } from '@attune/testing';
import {
  type CallHandler,
  type CanActivate,
  Controller,
  type ExecutionContext,
  Injectable,
  Module,
  type NestInterceptor,
  type PipeTransform,
  UseGuards,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { finalize, type Observable } from 'rxjs';
import { append, MessagingModule, messagingMigrations } from '../index.ts';
import { EventContext, EventData, OnEvent } from './event.decorators.ts';
import type { EventContextData, EventRpcContext } from './event-context.ts';

// What is promised: guards, pipes and interceptors, bound to a handler or to the whole service, stand around an event
// handler as around a route. One that refuses or throws stops the event, which is put aside and never lost.
interface Withdrawn {
  readonly responseId: string;
}
const [refused, spoilt] = [randomUUID(), randomUUID()];
const seen: string[] = [];
const keyOf = (context: ExecutionContext) =>
  context.switchToRpc().getContext<EventRpcContext>().data.event.key;

@Injectable()
class Doorkeeper implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    seen.push(`guard ${context.getType()} ${keyOf(context)}`);
    return context.switchToRpc().getData<Withdrawn>().responseId !== refused;
  }
}

@Injectable()
class Polisher implements PipeTransform {
  transform(value: unknown): unknown {
    const { responseId } = (value ?? {}) as Partial<Withdrawn>;
    if (responseId === spoilt) throw new TypeError('spoilt');
    return responseId === undefined ? value : { ...(value as Withdrawn), polished: true };
  }
}

@Injectable()
class Companion implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'rpc') return next.handle();
    seen.push(`before ${keyOf(context)}`);
    return next.handle().pipe(finalize(() => void seen.push(`after ${keyOf(context)}`)));
  }
}

@Controller()
class Consumer {
  @OnEvent(scoreWithdrawn)
  @UseGuards(Doorkeeper)
  @UsePipes(Polisher)
  @UseInterceptors(Companion)
  async withdrawn(
    @EventData() data: Withdrawn & { polished?: boolean },
    @EventContext() { tx, event }: EventContextData,
  ): Promise<void> {
    await tx.query('SELECT 1');
    seen.push(`handler ${event.key} ${data.polished === true ? 'polished' : 'raw'}`);
  }
}

@Module({
  imports: [
    DatabaseModule.forService({
      schema: 'scoring',
      migrations: [AccessTables1761000000000, ...messagingMigrations],
    }),
    MessagingModule.forService({ name: 'scoring' }),
  ],
  controllers: [Consumer],
  providers: [{ provide: APP_INTERCEPTOR, useClass: Companion }],
})
class Enhanced {}

// A real broker on a busy machine takes its time.
jest.setTimeout(30_000);

let service: StartedService;
beforeAll(async () => {
  service = await startService({ name: 'scoring', module: Enhanced, broker: true });
}, 90_000);
afterAll(() => service.stop());

async function takeIn(responseId: string): Promise<string> {
  const [key, at] = [randomUUID(), new Date()];
  const instrument = { url: 'https://attune.example/instruments/phq-9', version: '1.0.0' };
  const data = { responseId, clientId: key, instrument, withdrawnAt: at.toISOString() };
  const event = scoreWithdrawn.event({ key, subject: responseId, time: at, data });
  await service.db.asWorker((tx) => append(tx, event));
  await service.settled();
  return key;
}
const waiting = (key: string) =>
  service.database.query<{ kind: string; reason: string }>(
    'SELECT kind, reason FROM parked_event WHERE key = $1',
    [key],
  );

it('stand around the handler, which is awaited to its end', async () => {
  const key = await takeIn(randomUUID());
  expect(seen.filter((line) => line.includes(key))).toEqual([
    `guard rpc ${key}`,
    // That of the service, then that of the handler.
    `before ${key}`,
    `before ${key}`,
    `handler ${key} polished`,
    `after ${key}`,
    `after ${key}`,
  ]);
  expect(await waiting(key)).toEqual([]);
});

it('put an event aside that a guard refuses or a pipe cannot take', async () => {
  for (const responseId of [refused, spoilt]) {
    const key = await takeIn(responseId);
    expect(await waiting(key)).toMatchObject([{ kind: 'poison' }]);
    expect(seen.some((line) => line.startsWith(`handler ${key}`))).toBe(false);
  }
});
