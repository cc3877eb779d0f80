import { createHash, randomBytes } from 'node:crypto';
import { linkMinted } from '@attune/contracts';
import { append } from '@attune/messaging';
import { SERVICE_CONFIG, type ServiceConfig, type Transaction } from '@attune/platform';
import { Inject, Injectable } from '@nestjs/common';
import { chooseChannel, type Recipient } from '../../domain/choose-channel.ts';
import {
  composeForClient,
  composeForStaff,
  composeShort,
  type Composed,
} from '../../domain/compose-message.ts';
import {
  after,
  messageIdHeader,
  mostAttempts,
  waitForPersonMs,
  type Channel,
  type Message,
} from '../../domain/message.ts';
import { quietUntil } from '../../domain/quiet-hours.ts';
import { MailSender } from '../../senders/mail.sender.ts';
import { SmsSender } from '../../senders/sms.sender.ts';
import { findAsked, type Asked } from '../../store/asked.store.ts';
import { findAlert, waitingFor } from '../../store/known-alert.store.ts';
import { takeDue, unknownPerson, updateMessage } from '../../store/message.store.ts';
import { findQuietHours } from '../../store/preference.store.ts';
import { findRecipient, saveOptOutLink } from '../../store/recipient.store.ts';
import { failedEvent } from '../message-events.ts';
import { withhold } from '../withhold.ts';

/** A message that has been written and waits for nothing but to be handed over. */
export interface Prepared {
  send(): Promise<void>;
}

const newToken = () => randomBytes(32).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Decides what becomes of a message whose time has come, and writes it. Tokens are in it and nowhere else. */
@Injectable()
export class PrepareMessage {
  constructor(
    private readonly mail: MailSender,
    private readonly sms: SmsSender,
    @Inject(SERVICE_CONFIG) private readonly config: Pick<ServiceConfig, 'PUBLIC_URL'>,
  ) {}

  /** @returns null when nothing is due; `prepared` null when it was put off or withheld */
  async next(
    tx: Transaction,
    now: Date,
    leaseMs: number,
  ): Promise<{ message: Message; prepared: Prepared | null } | null> {
    const message = await takeDue(tx, now);
    if (!message) return null;
    if (message.status === 'sending' && message.attempts >= mostAttempts) {
      return { message, prepared: this.giveUp(tx, message, now) };
    }
    const person = await findRecipient(tx, message.personId);
    // A topic may be ahead of another: somebody who is not known yet will be, or has been erased.
    if (!person) return { message, prepared: this.waitForPerson(tx, message, now) };
    const asked = message.requestId === null ? null : await findAsked(tx, message.requestId);
    if (asked?.closed === true || (asked?.expiresAt && asked.expiresAt <= now)) {
      return { message, prepared: this.withhold(tx, message, 'request-over', now) };
    }
    if (person.kind === 'client') {
      const until = quietUntil(now, person.zone, (await findQuietHours(tx)).value);
      if (until) {
        updateMessage(tx, after(message, 'postpone', { dueAt: until }));
        return { message, prepared: null };
      }
    }
    const way = chooseChannel(person, { sms: this.sms.plugged });
    if ('withheld' in way) return { message, prepared: this.withhold(tx, message, way.withheld, now) };
    const dueAt = new Date(now.getTime() + leaseMs);
    const attempts = message.attempts + 1;
    const taken = after(message, 'take', { channel: way.channel, dueAt, attempts });
    const prepared =
      person.kind === 'client'
        ? this.toClient(tx, taken, person, asked, way.channel, now)
        : await this.toStaff(tx, taken, person, now);
    if (!prepared) return { message, prepared: this.withhold(tx, message, 'nothing-to-say', now) };
    updateMessage(tx, taken);
    return { message: taken, prepared };
  }

  private toClient(
    tx: Transaction,
    message: Message,
    person: Recipient,
    asked: Asked | null,
    channel: Channel,
    now: Date,
  ): Prepared | null {
    if (!asked?.expiresAt || (message.purpose !== 'invitation' && message.purpose !== 'reminder'))
      return null;
    const [token, optOutToken] = [newToken(), newToken()];
    const { requestId, expiresAt } = asked;
    append(
      tx,
      linkMinted.event({
        ...{ key: person.personId, subject: requestId, time: now },
        data: {
          ...{ requestId, clientId: person.personId, messageId: message.messageId },
          ...{ tokenHash: hashOf(token).toString('base64url'), mintedAt: now.toISOString() },
        },
      }),
    );
    saveOptOutLink(tx, { tokenHash: hashOf(optOutToken), personId: person.personId, channel, at: now });
    const link = `${this.config.PUBLIC_URL}/check-in/#${token}`;
    const optOutLink = `${this.config.PUBLIC_URL}/api/notifications/opt-out/${optOutToken}`;
    const { purpose } = message;
    const { language, zone, phone } = person;
    if (channel === 'sms') {
      const sms = {
        to: phone ?? '',
        text: composeShort({ language, purpose, link, optOutLink }),
        id: message.messageId,
      };
      return { send: () => this.sms.send(sms) };
    }
    const composed = composeForClient({ purpose, language, link, optOutLink, expiresAt, zone });
    return this.byMail(message, person, composed, optOutLink);
  }

  private async toStaff(
    tx: Transaction,
    message: Message,
    person: Recipient,
    now: Date,
  ): Promise<Prepared | null> {
    const { purpose, alertId } = message;
    const { PUBLIC_URL: link } = this.config;
    if (purpose === 'digest') {
      const waits = await waitingFor(tx, person.personId, now);
      if (waits.waiting === 0) return null;
      return this.byMail(message, person, composeForStaff({ purpose, link, ...waits }), null);
    }
    const alert = alertId === null ? null : await findAlert(tx, alertId);
    if (alert?.status !== 'open' || purpose !== 'alert') return null;
    const composed = composeForStaff({
      ...{ purpose, link, safety: alert.concern === 'safety' },
      // To whoever has it, it has not come up.
      escalated: alert.escalationLevel !== null && alert.recipientId !== person.personId,
    });
    return this.byMail(message, person, composed, null);
  }

  private byMail(
    { messageId }: Message,
    { email }: Recipient,
    composed: Composed,
    unsubscribe: string | null,
  ): Prepared {
    const mail = {
      ...composed,
      to: email ?? '',
      id: messageIdHeader(messageId, this.mail.domain),
      unsubscribe,
    };
    return { send: () => this.mail.send(mail) };
  }

  private withhold(tx: Transaction, message: Message, reason: string, now: Date): null {
    withhold(tx, message, reason, now);
    return null;
  }

  /** One that was cut off each time: something about it ends the process that sends it. */
  private giveUp(tx: Transaction, message: Message, now: Date): null {
    const reason = 'cut-off-each-time';
    updateMessage(tx, after(message, 'refuse'), { settledAt: now, reason });
    append(tx, failedEvent(message, reason, now));
    return null;
  }

  /** Until the person is heard of; looked at again now and then, for a day. */
  private waitForPerson(tx: Transaction, message: Message, now: Date): null {
    if (now.getTime() - message.createdAt.getTime() > waitForPersonMs)
      return this.withhold(tx, message, unknownPerson, now);
    const dueAt = new Date(now.getTime() + 15 * 60_000);
    updateMessage(tx, after(message, 'postpone', { dueAt }), { reason: unknownPerson });
    return null;
  }
}
