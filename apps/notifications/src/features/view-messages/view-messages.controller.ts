import {
  audit,
  Clock,
  conflict,
  CurrentPerson,
  Database,
  fromCursor,
  notFound,
  pageLimit,
  pageOf,
  Roles,
  type Person,
} from '@attune/platform';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { after, messageLifecycle, messageStatuses, type Message } from '../../domain/message.ts';
import { listMessages, lockMessage, updateMessage } from '../../store/message.store.ts';
import { messageSchema, viewMessage } from '../message-view.ts';

const query = z.object({
  personId: z.uuid().optional(),
  requestId: z.uuid().optional(),
  status: z.enum(messageStatuses).optional(),
  cursor: z.string().optional(),
  limit: pageLimit(),
});
const place = z.object({ createdAt: z.iso.datetime(), messageId: z.uuid() });
const page = z.object({ items: z.array(messageSchema), next: z.string().nullable() });

@Controller('api/notifications/messages')
export class ViewMessagesController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'Messages with their state, the newest first; what they said is kept nowhere' })
  @Get()
  @Roles('operations', 'clinic-lead')
  @ApiOkResponse({ standardSchema: page })
  list(
    @CurrentPerson() person: Person,
    @Query({ schema: query }) { personId, requestId, status, cursor, limit }: z.infer<typeof query>,
  ): Promise<z.infer<typeof page>> {
    const after = fromCursor(cursor, place);
    const filter = { personId: personId ?? null, requestId: requestId ?? null, status: status ?? null };
    return this.database.asPerson(person, async (tx) => {
      const found = await listMessages(tx, filter, after, limit + 1);
      const toClients = found.slice(0, limit).filter((message) => message.requestId !== null);
      const clientIds = [...new Set(toClients.map((message) => message.personId))];
      audit(tx, { person, action: 'list-messages', clientIds, at: this.clock.now() });
      return pageOf(found.map(viewMessage), limit, ({ createdAt, messageId }) => ({ createdAt, messageId }));
    });
  }

  @ApiOperation({ summary: 'Tries a message again that was given up' })
  @Post(':messageId/retry')
  @HttpCode(202)
  @Roles('operations')
  @ApiOkResponse({ standardSchema: z.object({ messageId: z.uuid(), status: z.enum(messageStatuses) }) })
  retry(
    @CurrentPerson() person: Person,
    @Param('messageId', { schema: z.uuid() }) messageId: string,
  ): Promise<Pick<Message, 'messageId' | 'status'>> {
    return this.database.asPerson(person, async (tx) => {
      const message = await lockMessage(tx, messageId);
      if (!message) throw notFound('message');
      if (!messageLifecycle[message.status].retry)
        throw conflict('not-failed', `A message that is ${message.status} cannot be tried again.`);
      const at = this.clock.now();
      const retried = after(message, 'retry', { dueAt: at, attempts: 0 });
      updateMessage(tx, retried);
      const clientIds = message.requestId === null ? [] : [message.personId];
      audit(tx, { person, action: 'retry-message', clientIds, subject: messageId, at });
      return { messageId, status: retried.status };
    });
  }
}
