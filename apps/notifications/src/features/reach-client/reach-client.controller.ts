import {
  audit,
  type AuditEntry,
  Clock,
  CurrentPerson,
  Database,
  requireClient,
  Roles,
  type Person,
  type Transaction,
} from '@attune/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { chooseChannel } from '../../domain/choose-channel.ts';
import { SmsSender } from '../../senders/sms.sender.ts';
import { listMessages, unknownPerson } from '../../store/message.store.ts';
import { findOptOuts, findRecipient } from '../../store/recipient.store.ts';
import { messageSchema, viewMessage } from '../message-view.ts';

const channel = z.enum(['email', 'sms']);
const clientId = z.uuid();
const query = z.object({ requestId: z.uuid().optional() });
const messages = z.object({ items: z.array(messageSchema) });
const ways = z.object({
  channel: channel.nullable().describe('The way that a message would go now; null where by none'),
  withheld: z
    .enum(['no-consent', 'no-contact', 'opted-out', unknownPerson])
    .nullable()
    .describe('Why none would go'),
  optedOut: z
    .array(z.object({ channel, at: z.iso.datetime() }))
    .describe('Ways that the client has closed by the link in a message'),
});

/** More than are ever written about the requests of a client that somebody looks at. */
const most = 200;

/** Whether messages reach a client, for those who treat the client or look after everybody. */
@Controller('api/notifications/clients')
@Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
export class ReachClientController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sms: SmsSender,
  ) {}

  @ApiOperation({
    summary:
      'By which way a message would go to the client now, or why none would: to be known before one is asked for',
  })
  @Get(':clientId/ways')
  @ApiOkResponse({ standardSchema: ways })
  ways(
    @CurrentPerson() person: Person,
    @Param('clientId', { schema: clientId }) client: string,
  ): Promise<z.infer<typeof ways>> {
    return this.look(person, client, 'view-ways', async (tx) => {
      const recipient = await findRecipient(tx, client);
      const unknown = { withheld: unknownPerson } as const;
      const way = recipient ? chooseChannel(recipient, { sms: this.sms.plugged }) : unknown;
      const optedOut = (await findOptOuts(tx, client)).map((each) => ({
        channel: each.channel,
        at: each.at.toISOString(),
      }));
      return { channel: null, withheld: null, ...way, optedOut };
    });
  }

  @ApiOperation({
    summary:
      'What became of the latest messages to the client, the newest first; of one request where it is named',
  })
  @Get(':clientId/messages')
  @ApiOkResponse({ standardSchema: messages })
  messages(
    @CurrentPerson() person: Person,
    @Param('clientId', { schema: clientId }) client: string,
    @Query({ schema: query }) { requestId = null }: { requestId?: string | null | undefined },
  ): Promise<z.infer<typeof messages>> {
    return this.look(person, client, 'view-messages', async (tx) => {
      const found = await listMessages(tx, { personId: client, requestId, status: null }, null, most);
      return { items: found.map(viewMessage) };
    });
  }

  private look<Seen>(
    person: Person,
    client: string,
    action: AuditEntry['action'],
    see: (tx: Transaction) => Promise<Seen>,
  ): Promise<Seen> {
    return this.database.asPerson(person, async (tx) => {
      await requireClient(tx, client);
      audit(tx, { person, action, clientIds: [client], at: this.clock.now() });
      return see(tx);
    });
  }
}
