import { Inject, Injectable } from '@nestjs/common';
import { MAIL_CONFIG, type MailConfig } from '../mail.config.ts';
import { SendingFailed } from './sending-failed.ts';

export interface Sms {
  readonly to: string;
  readonly text: string;
  /** The same for every attempt, so that the provider can tell that it is the same message. */
  readonly id: string;
}

const limitMs = 20_000;

/**
 * The seam where an SMS provider plugs in: each message is one `POST` of `{"to", "text", "id"}` to `SMS_WEBHOOK_URL`,
 * with `SMS_WEBHOOK_TOKEN` as bearer token and the id as `Idempotency-Key`. 2xx is taken; 408, 429 and 5xx are tried
 * again; anything else is final. Docs: docs/guides/operations.md.
 */
@Injectable()
export class SmsSender {
  constructor(@Inject(MAIL_CONFIG) private readonly config: MailConfig) {}

  get plugged(): boolean {
    return this.config.SMS_WEBHOOK_URL !== undefined;
  }

  /** @throws SendingFailed without a word of the message or its number */
  async send({ to, text, id }: Sms): Promise<void> {
    const { SMS_WEBHOOK_URL: url, SMS_WEBHOOK_TOKEN: token } = this.config;
    if (url === undefined) throw new SendingFailed('no-sms-provider', true);
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': id,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ to, text, id }),
      signal: AbortSignal.timeout(limitMs),
    }).catch(() => null);
    if (answer?.ok === true) return;
    const again = answer === null || answer.status >= 500 || [408, 429].includes(answer.status);
    throw new SendingFailed(again ? 'sms-provider-unavailable' : 'refused-by-sms-provider', !again);
  }
}
